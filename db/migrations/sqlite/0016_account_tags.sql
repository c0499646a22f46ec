CREATE TABLE `AccountTags` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`accountId` text NOT NULL,
	`tag` text(50),
	`activity` text(50),
	`userId` text,
	`chosenBy` text(255),
	`chosenAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "AccountTags_tag_known" CHECK("AccountTags"."tag" in ('depreciation', 'interestExpense', 'interestIncome', 'incomeTax', 'fx', 'payroll', 'loan', 'owner', 'none')),
	CONSTRAINT "AccountTags_activity_known" CHECK("AccountTags"."activity" in ('operating', 'investing', 'financing'))
);
--> statement-breakpoint
CREATE INDEX `AccountTags_userId_index` ON `AccountTags` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AccountTags_tenantId_accountId_unique` ON `AccountTags` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AccountTags_tenantId_id_unique` ON `AccountTags` (`tenantId`,`id`);