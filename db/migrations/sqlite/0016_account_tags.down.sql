drop table "AccountTags";
