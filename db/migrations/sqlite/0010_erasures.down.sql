drop table "Erasures";
