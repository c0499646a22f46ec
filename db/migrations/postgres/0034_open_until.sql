ALTER TABLE "Transactions" ADD COLUMN "openUntil" date DEFAULT '9999-12-31' NOT NULL;--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_openUntil_index" ON "Transactions" USING btree ("tenantId","openUntil","type");
--> statement-breakpoint
-- What the ledger has looked at already: documents that nothing is ever owed on are over on their own day, and what payments alone have paid in full on the
-- day of the last of them. Everything else counts as open until the ledger looks at it again, which makes nobody's figure wrong. The owner of the
-- tables is held to their policies like everybody, and has to reach over all organisations here.
alter table "Transactions" no force row level security;
--> statement-breakpoint
alter table "Allocations" no force row level security;
--> statement-breakpoint
update "Transactions" set "openUntil" = "date" where not "needsPosting" and "xeroType" not in ('ACCREC', 'ACCPAY', 'ACCRECCREDIT', 'ACCPAYCREDIT', 'RECEIVE-OVERPAYMENT', 'SPEND-OVERPAYMENT', 'RECEIVE-PREPAYMENT', 'SPEND-PREPAYMENT');
--> statement-breakpoint
update "Transactions" set "openUntil" = greatest("date", (select max("settling"."date") from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED')))
where not "needsPosting" and "xeroType" in ('ACCREC', 'ACCPAY') and "status" in ('AUTHORISED', 'PAID')
  and "amount" = (select sum("settling"."amount") from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED'))
  and not exists (select 1 from "Allocations" as "settling" where "settling"."tenantId" = "Transactions"."tenantId" and "settling"."targetXeroId" = "Transactions"."xeroId" and "settling"."status" not in ('DELETED', 'VOIDED') and "settling"."sourceKind" <> 'payment');
--> statement-breakpoint
alter table "Allocations" force row level security;
--> statement-breakpoint
alter table "Transactions" force row level security;
