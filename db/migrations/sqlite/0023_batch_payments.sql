CREATE TABLE `BatchPayments` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`type` text(50) NOT NULL,
	`status` text(50) NOT NULL,
	`date` text NOT NULL,
	`bankAccountId` text,
	`amount` integer NOT NULL,
	`reference` text(255),
	`statementText` text(255),
	`isReconciled` integer DEFAULT false NOT NULL,
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`bankAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "BatchPayments_amount_limit" CHECK("BatchPayments"."amount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `BatchPayments_tenantId_date_index` ON `BatchPayments` (`tenantId`,`date`,`id`);--> statement-breakpoint
CREATE INDEX `BatchPayments_tenantId_bankAccountId_index` ON `BatchPayments` (`tenantId`,`bankAccountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `BatchPayments_tenantId_xeroId_unique` ON `BatchPayments` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `BatchPayments_tenantId_id_unique` ON `BatchPayments` (`tenantId`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_CursorStates` (
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
	CONSTRAINT "CursorStates_objectType_known" CHECK("__new_CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'BatchPayments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
INSERT INTO `__new_CursorStates`("id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt") SELECT "id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt" FROM `CursorStates`;--> statement-breakpoint
DROP TABLE `CursorStates`;--> statement-breakpoint
ALTER TABLE `__new_CursorStates` RENAME TO `CursorStates`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_objectType_unique` ON `CursorStates` (`tenantId`,`objectType`);--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_id_unique` ON `CursorStates` (`tenantId`,`id`);--> statement-breakpoint
ALTER TABLE `Transactions` ADD `batchXeroId` text(255);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_batchXeroId_index` ON `Transactions` (`tenantId`,`batchXeroId`);