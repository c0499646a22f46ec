drop table "IdempotencyKeys" cascade;
