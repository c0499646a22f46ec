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
--> statement-breakpoint
CREATE TABLE `ContactMovements` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`accountId` text NOT NULL,
	`month` text(7) NOT NULL,
	`contactId` text(255) NOT NULL,
	`debit` integer NOT NULL,
	`credit` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ContactMovements_account_month_contact_unique` ON `ContactMovements` (`tenantId`,`accountId`,`month`,`contactId`);--> statement-breakpoint
CREATE TABLE `DailyMovements` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`basis` text(50) NOT NULL,
	`accountId` text NOT NULL,
	`date` text NOT NULL,
	`trackingSetId` text NOT NULL,
	`sourceType` text(50) NOT NULL,
	`debit` integer NOT NULL,
	`credit` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "DailyMovements_basis_known" CHECK("DailyMovements"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
CREATE INDEX `DailyMovements_tenantId_date_index` ON `DailyMovements` (`tenantId`,`basis`,`date`);--> statement-breakpoint
CREATE UNIQUE INDEX `DailyMovements_account_day_unique` ON `DailyMovements` (`tenantId`,`accountId`,`basis`,`date`,`trackingSetId`,`sourceType`);
--> statement-breakpoint
-- What has been posted so far.
insert into "DailyMovements" ("id", "tenantId", "basis", "accountId", "date", "trackingSetId", "sourceType", "debit", "credit")
select lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), "line"."tenantId", "entry"."basis", "line"."accountId", "line"."date", coalesce("line"."trackingSetId", '00000000-0000-0000-0000-000000000000'), "entry"."sourceType", sum("line"."debit"), sum("line"."credit")
from "JournalLines" as "line" join "JournalEntries" as "entry" on "entry"."tenantId" = "line"."tenantId" and "entry"."id" = "line"."entryId" and "entry"."status" = 'posted'
group by "line"."tenantId", "entry"."basis", "line"."accountId", "line"."date", coalesce("line"."trackingSetId", '00000000-0000-0000-0000-000000000000'), "entry"."sourceType";
--> statement-breakpoint
insert into "ContactMovements" ("id", "tenantId", "accountId", "month", "contactId", "debit", "credit")
select lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), "line"."tenantId", "line"."accountId", substr("line"."date", 1, 7), coalesce("line"."contactId", ''), sum("line"."debit"), sum("line"."credit")
from "JournalLines" as "line" join "JournalEntries" as "entry" on "entry"."tenantId" = "line"."tenantId" and "entry"."id" = "line"."entryId" and "entry"."status" = 'posted'
where "entry"."basis" = 'accrual'
group by "line"."tenantId", "line"."accountId", substr("line"."date", 1, 7), coalesce("line"."contactId", '');
--> statement-breakpoint
DROP INDEX `Transactions_tenantId_status_isReconciled_index`;--> statement-breakpoint
CREATE INDEX `Transactions_unreconciled_index` ON `Transactions` (`tenantId`,`status`,`date`) WHERE not "isReconciled" and "status" = 'AUTHORISED' and "type" in ('SPEND', 'RECEIVE', 'TRANSFER', 'PAYMENT');
