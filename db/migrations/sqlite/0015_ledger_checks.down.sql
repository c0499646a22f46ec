drop table "LedgerChecks";
