CREATE TABLE `BudgetLines` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`budgetId` text NOT NULL,
	`accountId` text NOT NULL,
	`month` text(7) NOT NULL,
	`amount` integer NOT NULL,
	`note` text,
	`lineNumber` integer,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`budgetId`) REFERENCES `Budgets`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "BudgetLines_amount_limit" CHECK("BudgetLines"."amount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `BudgetLines_tenantId_budgetId_index` ON `BudgetLines` (`tenantId`,`budgetId`);--> statement-breakpoint
CREATE INDEX `BudgetLines_tenantId_accountId_index` ON `BudgetLines` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `BudgetLines_account_month_unique` ON `BudgetLines` (`budgetId`,`accountId`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `BudgetLines_tenantId_id_unique` ON `BudgetLines` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`source` text(50) NOT NULL,
	`xeroId` text(255),
	`name` text(255) NOT NULL,
	`type` text(50) NOT NULL,
	`tracking` text(500),
	`userId` text,
	`importedBy` text(255),
	`fileName` text(255),
	`fileHash` text(64),
	`readFrom` text(7),
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "Budgets_source_known" CHECK("Budgets"."source" in ('xero', 'file'))
);
--> statement-breakpoint
CREATE INDEX `Budgets_userId_index` ON `Budgets` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Budgets_tenantId_xeroId_unique` ON `Budgets` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Budgets_tenantId_id_unique` ON `Budgets` (`tenantId`,`id`);--> statement-breakpoint
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
	CONSTRAINT "CursorStates_objectType_known" CHECK("__new_CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
INSERT INTO `__new_CursorStates`("id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt") SELECT "id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt" FROM `CursorStates`;--> statement-breakpoint
DROP TABLE `CursorStates`;--> statement-breakpoint
ALTER TABLE `__new_CursorStates` RENAME TO `CursorStates`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_objectType_unique` ON `CursorStates` (`tenantId`,`objectType`);--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_id_unique` ON `CursorStates` (`tenantId`,`id`);