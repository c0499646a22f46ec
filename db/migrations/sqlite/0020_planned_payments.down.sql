alter table "Transactions" drop column "plannedPaymentDate";
