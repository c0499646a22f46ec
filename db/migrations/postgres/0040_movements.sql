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
--> statement-breakpoint
CREATE TABLE "ContactMovements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"accountId" uuid NOT NULL,
	"month" varchar(7) NOT NULL,
	"contactId" varchar(255) NOT NULL,
	"debit" numeric(19, 4) NOT NULL,
	"credit" numeric(19, 4) NOT NULL,
	CONSTRAINT "ContactMovements_account_month_contact_unique" UNIQUE("tenantId","accountId","month","contactId")
);
--> statement-breakpoint
CREATE TABLE "DailyMovements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"basis" varchar(50) NOT NULL,
	"accountId" uuid NOT NULL,
	"date" date NOT NULL,
	"trackingSetId" uuid NOT NULL,
	"sourceType" varchar(50) NOT NULL,
	"debit" numeric(19, 4) NOT NULL,
	"credit" numeric(19, 4) NOT NULL,
	CONSTRAINT "DailyMovements_account_day_unique" UNIQUE("tenantId","accountId","basis","date","trackingSetId","sourceType"),
	CONSTRAINT "DailyMovements_basis_known" CHECK ("DailyMovements"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
ALTER TABLE "ContactMovements" ADD CONSTRAINT "ContactMovements_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ContactMovements" ADD CONSTRAINT "ContactMovements_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "DailyMovements" ADD CONSTRAINT "DailyMovements_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "DailyMovements" ADD CONSTRAINT "DailyMovements_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "DailyMovements_tenantId_date_index" ON "DailyMovements" USING btree ("tenantId","basis","date");
--> statement-breakpoint
-- What has been posted so far. The owner of the tables is held to their policies like everybody, and has to reach over all organisations here.
alter table "JournalEntries" no force row level security;
--> statement-breakpoint
alter table "JournalLines" no force row level security;
--> statement-breakpoint
insert into "DailyMovements" ("id", "tenantId", "basis", "accountId", "date", "trackingSetId", "sourceType", "debit", "credit")
select gen_random_uuid(), "line"."tenantId", "entry"."basis", "line"."accountId", "line"."date", coalesce("line"."trackingSetId", '00000000-0000-0000-0000-000000000000'), "entry"."sourceType", sum("line"."debit"), sum("line"."credit")
from "JournalLines" as "line" join "JournalEntries" as "entry" on "entry"."tenantId" = "line"."tenantId" and "entry"."id" = "line"."entryId" and "entry"."status" = 'posted'
group by "line"."tenantId", "entry"."basis", "line"."accountId", "line"."date", coalesce("line"."trackingSetId", '00000000-0000-0000-0000-000000000000'), "entry"."sourceType";
--> statement-breakpoint
insert into "ContactMovements" ("id", "tenantId", "accountId", "month", "contactId", "debit", "credit")
select gen_random_uuid(), "line"."tenantId", "line"."accountId", to_char("line"."date", 'YYYY-MM'), coalesce("line"."contactId", ''), sum("line"."debit"), sum("line"."credit")
from "JournalLines" as "line" join "JournalEntries" as "entry" on "entry"."tenantId" = "line"."tenantId" and "entry"."id" = "line"."entryId" and "entry"."status" = 'posted'
where "entry"."basis" = 'accrual'
group by "line"."tenantId", "line"."accountId", to_char("line"."date", 'YYYY-MM'), coalesce("line"."contactId", '');
--> statement-breakpoint
alter table "JournalLines" force row level security;
--> statement-breakpoint
alter table "JournalEntries" force row level security;
--> statement-breakpoint
DROP INDEX "Transactions_tenantId_status_isReconciled_index";--> statement-breakpoint
CREATE INDEX "Transactions_unreconciled_index" ON "Transactions" USING btree ("tenantId","status","date") WHERE not "isReconciled" and "status" = 'AUTHORISED' and "type" in ('SPEND', 'RECEIVE', 'TRANSFER', 'PAYMENT');
--> statement-breakpoint
-- PostgreSQL takes the three to be independent of each other, holds half of all documents for unreconciled, and reads a year of them by day.
create statistics "Transactions_reconciliation" (mcv) on "status", "type", "isReconciled" from "Transactions";
