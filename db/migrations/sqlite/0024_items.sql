CREATE TABLE `Items` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`code` text(50) NOT NULL,
	`name` text(255),
	`description` text,
	`purchaseDescription` text,
	`isSold` integer NOT NULL,
	`isPurchased` integer NOT NULL,
	`salesUnitPrice` integer,
	`salesAccountId` text,
	`salesTaxType` text(50),
	`purchaseUnitPrice` integer,
	`purchaseAccountId` text,
	`purchaseTaxType` text(50),
	`isTracked` integer NOT NULL,
	`inventoryAccountId` text,
	`costAccountId` text,
	`quantityOnHand` integer,
	`totalCost` integer,
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`salesAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`purchaseAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`inventoryAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`costAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "Items_salesUnitPrice_limit" CHECK("Items"."salesUnitPrice" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Items_purchaseUnitPrice_limit" CHECK("Items"."purchaseUnitPrice" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Items_totalCost_limit" CHECK("Items"."totalCost" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `Items_tenantId_code_index` ON `Items` (`tenantId`,`code`,`id`);--> statement-breakpoint
CREATE INDEX `Items_tenantId_salesAccountId_index` ON `Items` (`tenantId`,`salesAccountId`);--> statement-breakpoint
CREATE INDEX `Items_tenantId_purchaseAccountId_index` ON `Items` (`tenantId`,`purchaseAccountId`);--> statement-breakpoint
CREATE INDEX `Items_tenantId_inventoryAccountId_index` ON `Items` (`tenantId`,`inventoryAccountId`);--> statement-breakpoint
CREATE INDEX `Items_tenantId_costAccountId_index` ON `Items` (`tenantId`,`costAccountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Items_tenantId_xeroId_unique` ON `Items` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Items_tenantId_id_unique` ON `Items` (`tenantId`,`id`);--> statement-breakpoint
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
	CONSTRAINT "CursorStates_objectType_known" CHECK("__new_CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Items', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'BatchPayments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
INSERT INTO `__new_CursorStates`("id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt") SELECT "id", "tenantId", "objectType", "since", "page", "itemCount", "highWater", "completedAt", "createdAt", "updatedAt" FROM `CursorStates`;--> statement-breakpoint
DROP TABLE `CursorStates`;--> statement-breakpoint
ALTER TABLE `__new_CursorStates` RENAME TO `CursorStates`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_objectType_unique` ON `CursorStates` (`tenantId`,`objectType`);--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_id_unique` ON `CursorStates` (`tenantId`,`id`);--> statement-breakpoint
ALTER TABLE `TransactionLines` ADD `itemCode` text(50);--> statement-breakpoint
ALTER TABLE `TransactionLines` ADD `discountRate` integer;--> statement-breakpoint
ALTER TABLE `TransactionLines` ADD `discountAmount` integer CONSTRAINT "TransactionLines_discountAmount_limit" CHECK("discountAmount" between -999999999999999999 and 999999999999999999);
