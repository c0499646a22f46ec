drop index "Transactions_tenantId_batchXeroId_index";
--> statement-breakpoint
alter table "Transactions" drop column "batchXeroId";
--> statement-breakpoint
drop table "BatchPayments";
--> statement-breakpoint
CREATE TABLE `__old_CursorStates` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`objectType` text(50) NOT NULL,
	`since` integer,
	`page` integer DEFAULT 0 NOT NULL,
	`itemCount` integer,
	`highWater` integer,
	`completedAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "CursorStates_objectType_known" CHECK("__old_CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
insert into `__old_CursorStates`("id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt") select "id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt" from `CursorStates` where "objectType" <> 'BatchPayments';
--> statement-breakpoint
drop table `CursorStates`;
--> statement-breakpoint
alter table `__old_CursorStates` rename to `CursorStates`;
--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_objectType_unique` ON `CursorStates` (`tenantId`,`objectType`);
--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_id_unique` ON `CursorStates` (`tenantId`,`id`);
