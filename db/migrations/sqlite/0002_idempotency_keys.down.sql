drop table "IdempotencyKeys";
