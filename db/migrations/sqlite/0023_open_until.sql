ALTER TABLE `Transactions` ADD `openUntil` text DEFAULT '9999-12-31' NOT NULL;--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_openUntil_index` ON `Transactions` (`tenantId`,`openUntil`,`type`);
--> statement-breakpoint
-- What the ledger has looked at already: documents that nothing is ever owed on are over on their own day, and what payments alone have paid in full on the
-- day of the last of them. Everything else counts as open until the ledger looks at it again, which makes nobody's figure wrong.
update "Transactions" set "openUntil" = "date" where "needsPosting" = 0 and "xeroType" not in ('ACCREC', 'ACCPAY', 'ACCRECCREDIT', 'ACCPAYCREDIT', 'RECEIVE-OVERPAYMENT', 'SPEND-OVERPAYMENT', 'RECEIVE-PREPAYMENT', 'SPEND-PREPAYMENT');
--> statement-breakpoint
update "Transactions" set "openUntil" = max("date", (select max("settling"."date") from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED')))
where "needsPosting" = 0 and "xeroType" in ('ACCREC', 'ACCPAY') and "status" in ('AUTHORISED', 'PAID')
  and "amount" = (select sum("settling"."amount") from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED'))
  and not exists (select 1 from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED') and "settling"."sourceKind" <> 'payment');
