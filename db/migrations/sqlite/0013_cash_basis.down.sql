-- Entries on cash basis stay: who does not know of them does not read them.
select 1;
