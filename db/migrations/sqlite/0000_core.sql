CREATE TABLE `AccountBalances` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`basis` text(50) NOT NULL,
	`accountId` text NOT NULL,
	`month` text(7) NOT NULL,
	`trackingSetId` text NOT NULL,
	`debit` integer NOT NULL,
	`credit` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "AccountBalances_basis_known" CHECK("AccountBalances"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
CREATE INDEX `AccountBalances_tenantId_accountId_index` ON `AccountBalances` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE INDEX `AccountBalances_tenantId_month_index` ON `AccountBalances` (`tenantId`,`basis`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `AccountBalances_account_month_tracking_unique` ON `AccountBalances` (`tenantId`,`basis`,`accountId`,`month`,`trackingSetId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AccountBalances_tenantId_id_unique` ON `AccountBalances` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`code` text(50),
	`name` text(255) NOT NULL,
	`type` text(50) NOT NULL,
	`class` text(50) NOT NULL,
	`status` text(50) NOT NULL,
	`systemAccount` text(50),
	`taxType` text(50),
	`currencyCode` text(3),
	`bankAccountType` text(50),
	`reportingCode` text(255),
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "Accounts_class_known" CHECK("Accounts"."class" in ('ASSET', 'EQUITY', 'EXPENSE', 'LIABILITY', 'REVENUE'))
);
--> statement-breakpoint
CREATE INDEX `Accounts_tenantId_code_index` ON `Accounts` (`tenantId`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `Accounts_tenantId_xeroId_unique` ON `Accounts` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Accounts_tenantId_id_unique` ON `Accounts` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`sourceKind` text(50) NOT NULL,
	`sourceXeroId` text(255) NOT NULL,
	`targetXeroId` text(255) NOT NULL,
	`date` text NOT NULL,
	`ordinal` integer NOT NULL,
	`amount` integer NOT NULL,
	`currencyRate` integer NOT NULL,
	`bankAccountId` text,
	`bankAmount` integer,
	`status` text(50) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`bankAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "Allocations_sourceKind_known" CHECK("Allocations"."sourceKind" in ('payment', 'creditNote', 'overpayment', 'prepayment')),
	CONSTRAINT "Allocations_amount_limit" CHECK("Allocations"."amount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Allocations_bankAmount_limit" CHECK("Allocations"."bankAmount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `Allocations_tenantId_targetXeroId_index` ON `Allocations` (`tenantId`,`targetXeroId`);--> statement-breakpoint
CREATE INDEX `Allocations_tenantId_sourceXeroId_index` ON `Allocations` (`tenantId`,`sourceXeroId`);--> statement-breakpoint
CREATE INDEX `Allocations_tenantId_bankAccountId_index` ON `Allocations` (`tenantId`,`bankAccountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Allocations_source_target_date_ordinal_unique` ON `Allocations` (`tenantId`,`sourceKind`,`sourceXeroId`,`targetXeroId`,`date`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `Allocations_tenantId_id_unique` ON `Allocations` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `ApiKeys` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`name` text(255) NOT NULL,
	`key` text(255) NOT NULL,
	`keyId` text(8) NOT NULL,
	`permissions` text NOT NULL,
	`tenantIds` text,
	`allowedIps` text,
	`rateLimit` integer,
	`expiresAt` integer,
	`lastUsedAt` integer,
	`revokedAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ApiKeys_userId_index` ON `ApiKeys` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `ApiKeys_key_unique` ON `ApiKeys` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `ApiKeys_keyId_unique` ON `ApiKeys` (`keyId`);--> statement-breakpoint
CREATE TABLE `AuditLogs` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text,
	`tenantId` text,
	`action` text(100) NOT NULL,
	`details` text,
	`ipAddress` text(45),
	`userAgent` text(255),
	`actorId` text,
	`organisationId` text,
	`actorType` text(50) NOT NULL,
	`category` text(50) NOT NULL,
	`severity` text(50) NOT NULL,
	`status` text(50) NOT NULL,
	`resourceType` text(50),
	`resourceId` text(255),
	`correlationId` text,
	`sequence` integer NOT NULL,
	`prevHash` text(64),
	`hash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "AuditLogs_actorType_known" CHECK("AuditLogs"."actorType" in ('user', 'key', 'system')),
	CONSTRAINT "AuditLogs_severity_known" CHECK("AuditLogs"."severity" in ('info', 'notice', 'warning')),
	CONSTRAINT "AuditLogs_status_known" CHECK("AuditLogs"."status" in ('success', 'error', 'denied'))
);
--> statement-breakpoint
CREATE INDEX `AuditLogs_action_index` ON `AuditLogs` (`action`);--> statement-breakpoint
CREATE INDEX `AuditLogs_userId_index` ON `AuditLogs` (`userId`);--> statement-breakpoint
CREATE INDEX `AuditLogs_tenantId_index` ON `AuditLogs` (`tenantId`);--> statement-breakpoint
CREATE INDEX `AuditLogs_createdAt_index` ON `AuditLogs` (`createdAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `AuditLogs_organisationId_sequence_unique` ON `AuditLogs` (`organisationId`,`sequence`);--> statement-breakpoint
CREATE TABLE `CategoryRules` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tenantId` text NOT NULL,
	`pattern` text(255) NOT NULL,
	`category` text(100) NOT NULL,
	`accountCode` text(50),
	`priority` integer DEFAULT 0 NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `CategoryRules_pattern_index` ON `CategoryRules` (`pattern`);--> statement-breakpoint
CREATE INDEX `CategoryRules_userId_tenantId_index` ON `CategoryRules` (`userId`,`tenantId`);--> statement-breakpoint
CREATE INDEX `CategoryRules_tenantId_index` ON `CategoryRules` (`tenantId`);--> statement-breakpoint
CREATE UNIQUE INDEX `CategoryRules_tenantId_id_unique` ON `CategoryRules` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`name` text(500) NOT NULL,
	`status` text(50) NOT NULL,
	`emailAddress` text(255),
	`isSupplier` integer DEFAULT false NOT NULL,
	`isCustomer` integer DEFAULT false NOT NULL,
	`defaultCurrency` text(3),
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `Contacts_tenantId_name_index` ON `Contacts` (`tenantId`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `Contacts_tenantId_xeroId_unique` ON `Contacts` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Contacts_tenantId_id_unique` ON `Contacts` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `CursorStates` (
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
	CONSTRAINT "CursorStates_objectType_known" CHECK("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_objectType_unique` ON `CursorStates` (`tenantId`,`objectType`);--> statement-breakpoint
CREATE UNIQUE INDEX `CursorStates_tenantId_id_unique` ON `CursorStates` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`userId` text,
	`type` text(50) NOT NULL,
	`status` text(50) DEFAULT 'queued' NOT NULL,
	`parameters` text NOT NULL,
	`progress` text,
	`error` text,
	`result` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leaseOwner` text(100),
	`leaseUntil` integer,
	`runAfter` integer,
	`cancelRequestedAt` integer,
	`startedAt` integer,
	`finishedAt` integer,
	`correlationId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "Jobs_type_known" CHECK("Jobs"."type" in ('sync')),
	CONSTRAINT "Jobs_status_known" CHECK("Jobs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_one_live_sync` ON `Jobs` (`tenantId`) WHERE "type" = 'sync' and "status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX `Jobs_status_runAfter_index` ON `Jobs` (`status`,`runAfter`);--> statement-breakpoint
CREATE INDEX `Jobs_tenantId_createdAt_index` ON `Jobs` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Jobs_userId_index` ON `Jobs` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_tenantId_id_unique` ON `Jobs` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `JournalEntries` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`basis` text(50) NOT NULL,
	`sourceType` text(50) NOT NULL,
	`sourceXeroId` text(255) NOT NULL,
	`sourceVersion` integer NOT NULL,
	`reversal` integer DEFAULT false NOT NULL,
	`reversesId` text,
	`date` text NOT NULL,
	`narration` text,
	`status` text(50) DEFAULT 'draft' NOT NULL,
	`sequence` integer,
	`postedAt` integer,
	`contentHash` text(64) NOT NULL,
	`unproven` integer DEFAULT false NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`reversesId`) REFERENCES `JournalEntries`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "JournalEntries_basis_known" CHECK("JournalEntries"."basis" in ('accrual', 'cash')),
	CONSTRAINT "JournalEntries_status_known" CHECK("JournalEntries"."status" in ('draft', 'posted'))
);
--> statement-breakpoint
CREATE INDEX `JournalEntries_tenantId_date_index` ON `JournalEntries` (`tenantId`,`date`);--> statement-breakpoint
CREATE INDEX `JournalEntries_tenantId_sourceXeroId_index` ON `JournalEntries` (`tenantId`,`sourceXeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `JournalEntries_one_reversal` ON `JournalEntries` (`tenantId`,`reversesId`) WHERE "reversesId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `JournalEntries_source_unique` ON `JournalEntries` (`tenantId`,`basis`,`sourceType`,`sourceXeroId`,`sourceVersion`,`reversal`);--> statement-breakpoint
CREATE UNIQUE INDEX `JournalEntries_tenantId_sequence_unique` ON `JournalEntries` (`tenantId`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `JournalEntries_tenantId_id_unique` ON `JournalEntries` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `JournalLines` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`entryId` text NOT NULL,
	`lineNumber` integer NOT NULL,
	`date` text NOT NULL,
	`accountId` text NOT NULL,
	`debit` integer NOT NULL,
	`credit` integer NOT NULL,
	`currencyCode` text(3),
	`currencyAmount` integer,
	`rate` integer,
	`taxType` text(50),
	`taxAmount` integer,
	`trackingSetId` text,
	`contactId` text(255),
	`transactionId` text,
	`transactionLineId` text,
	`allocationId` text,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`entryId`) REFERENCES `JournalEntries`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`trackingSetId`) REFERENCES `TrackingSets`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`transactionId`) REFERENCES `Transactions`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "JournalLines_one_side" CHECK("JournalLines"."debit" >= 0 and "JournalLines"."credit" >= 0 and ("JournalLines"."debit" = 0 or "JournalLines"."credit" = 0)),
	CONSTRAINT "JournalLines_debit_limit" CHECK("JournalLines"."debit" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "JournalLines_credit_limit" CHECK("JournalLines"."credit" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "JournalLines_currencyAmount_limit" CHECK("JournalLines"."currencyAmount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "JournalLines_taxAmount_limit" CHECK("JournalLines"."taxAmount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `JournalLines_tenantId_entryId_index` ON `JournalLines` (`tenantId`,`entryId`);--> statement-breakpoint
CREATE INDEX `JournalLines_tenantId_accountId_date_index` ON `JournalLines` (`tenantId`,`accountId`,`date`);--> statement-breakpoint
CREATE INDEX `JournalLines_tenantId_transactionId_index` ON `JournalLines` (`tenantId`,`transactionId`);--> statement-breakpoint
CREATE INDEX `JournalLines_tenantId_trackingSetId_index` ON `JournalLines` (`tenantId`,`trackingSetId`);--> statement-breakpoint
CREATE UNIQUE INDEX `JournalLines_entryId_lineNumber_unique` ON `JournalLines` (`entryId`,`lineNumber`);--> statement-breakpoint
CREATE UNIQUE INDEX `JournalLines_tenantId_id_unique` ON `JournalLines` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `ManualJournalLines` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`manualJournalId` text NOT NULL,
	`lineNumber` integer NOT NULL,
	`accountId` text,
	`description` text,
	`lineAmount` integer NOT NULL,
	`taxAmount` integer NOT NULL,
	`taxType` text(50),
	`trackingSetId` text,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`manualJournalId`) REFERENCES `ManualJournals`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`trackingSetId`) REFERENCES `TrackingSets`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ManualJournalLines_lineAmount_limit" CHECK("ManualJournalLines"."lineAmount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "ManualJournalLines_taxAmount_limit" CHECK("ManualJournalLines"."taxAmount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `ManualJournalLines_tenantId_manualJournalId_index` ON `ManualJournalLines` (`tenantId`,`manualJournalId`);--> statement-breakpoint
CREATE INDEX `ManualJournalLines_tenantId_accountId_index` ON `ManualJournalLines` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE INDEX `ManualJournalLines_tenantId_trackingSetId_index` ON `ManualJournalLines` (`tenantId`,`trackingSetId`);--> statement-breakpoint
CREATE UNIQUE INDEX `ManualJournalLines_manualJournalId_lineNumber_unique` ON `ManualJournalLines` (`manualJournalId`,`lineNumber`);--> statement-breakpoint
CREATE UNIQUE INDEX `ManualJournalLines_tenantId_id_unique` ON `ManualJournalLines` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `ManualJournals` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`narration` text,
	`date` text NOT NULL,
	`status` text(50) NOT NULL,
	`lineAmountTypes` text(50) NOT NULL,
	`showOnCashBasisReports` integer DEFAULT true NOT NULL,
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`needsPosting` integer DEFAULT true NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ManualJournals_lineAmountTypes_known" CHECK("ManualJournals"."lineAmountTypes" in ('Exclusive', 'Inclusive', 'NoTax'))
);
--> statement-breakpoint
CREATE INDEX `ManualJournals_tenantId_needsPosting_index` ON `ManualJournals` (`tenantId`,`needsPosting`);--> statement-breakpoint
CREATE UNIQUE INDEX `ManualJournals_tenantId_xeroId_unique` ON `ManualJournals` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `ManualJournals_tenantId_id_unique` ON `ManualJournals` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `OAuthFlows` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`sessionId` text NOT NULL,
	`stateHash` text(64) NOT NULL,
	`verifier` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`usedAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sessionId`) REFERENCES `Sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `OAuthFlows_userId_index` ON `OAuthFlows` (`userId`);--> statement-breakpoint
CREATE INDEX `OAuthFlows_sessionId_index` ON `OAuthFlows` (`sessionId`);--> statement-breakpoint
CREATE UNIQUE INDEX `OAuthFlows_stateHash_unique` ON `OAuthFlows` (`stateHash`);--> statement-breakpoint
CREATE TABLE `RateLimits` (
	`key` text(255) PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expiresAt` integer
);
--> statement-breakpoint
CREATE TABLE `Reports` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`userId` text NOT NULL,
	`type` text(50) NOT NULL,
	`name` text(255) NOT NULL,
	`parameters` text,
	`data` text NOT NULL,
	`status` text(50) DEFAULT 'ready' NOT NULL,
	`schemaVersion` integer NOT NULL,
	`periodStart` text,
	`periodEnd` text NOT NULL,
	`currency` text(3) NOT NULL,
	`dataVersion` integer NOT NULL,
	`contentHash` text(64) NOT NULL,
	`supersedesId` text,
	`pinned` integer DEFAULT false NOT NULL,
	`staleSince` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`supersedesId`) REFERENCES `Reports`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "Reports_type_known" CHECK("Reports"."type" in ('PROFIT_LOSS', 'BALANCE_SHEET', 'CASH_FLOW', 'AGED_RECEIVABLES', 'AGED_PAYABLES', 'BUDGET_VARIANCE', 'KPI_DASHBOARD', 'CUSTOM')),
	CONSTRAINT "Reports_status_known" CHECK("Reports"."status" in ('queued', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `Reports_tenantId_type_index` ON `Reports` (`tenantId`,`type`);--> statement-breakpoint
CREATE INDEX `Reports_userId_index` ON `Reports` (`userId`);--> statement-breakpoint
CREATE INDEX `Reports_createdAt_index` ON `Reports` (`createdAt`);--> statement-breakpoint
CREATE INDEX `Reports_tenantId_supersedesId_index` ON `Reports` (`tenantId`,`supersedesId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Reports_tenantId_id_unique` ON `Reports` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`revokedAt` integer,
	`lastSeenAt` integer NOT NULL,
	`ipAddress` text(45),
	`userAgent` text(255),
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `Sessions_userId_index` ON `Sessions` (`userId`);--> statement-breakpoint
CREATE TABLE `SignInLinks` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tokenHash` text(64) NOT NULL,
	`expiresAt` integer NOT NULL,
	`usedAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `SignInLinks_userId_index` ON `SignInLinks` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `SignInLinks_tokenHash_unique` ON `SignInLinks` (`tokenHash`);--> statement-breakpoint
CREATE TABLE `TaxComponents` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`taxRateId` text NOT NULL,
	`lineNumber` integer NOT NULL,
	`name` text(255) NOT NULL,
	`rate` integer NOT NULL,
	`isNonRecoverable` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`taxRateId`) REFERENCES `TaxRates`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `TaxComponents_tenantId_taxRateId_index` ON `TaxComponents` (`tenantId`,`taxRateId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TaxComponents_taxRateId_lineNumber_unique` ON `TaxComponents` (`taxRateId`,`lineNumber`);--> statement-breakpoint
CREATE UNIQUE INDEX `TaxComponents_tenantId_id_unique` ON `TaxComponents` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TaxRates` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`name` text(255) NOT NULL,
	`status` text(50) NOT NULL,
	`effectiveRate` integer NOT NULL,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `TaxRates_tenantId_xeroId_unique` ON `TaxRates` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TaxRates_tenantId_id_unique` ON `TaxRates` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TrackingCategories` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`name` text(255) NOT NULL,
	`status` text(50) NOT NULL,
	`contentHash` text(64) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingCategories_tenantId_xeroId_unique` ON `TrackingCategories` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingCategories_tenantId_id_unique` ON `TrackingCategories` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TrackingOptions` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`categoryId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`name` text(255) NOT NULL,
	`status` text(50) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`categoryId`) REFERENCES `TrackingCategories`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `TrackingOptions_tenantId_categoryId_index` ON `TrackingOptions` (`tenantId`,`categoryId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingOptions_tenantId_xeroId_unique` ON `TrackingOptions` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingOptions_tenantId_id_unique` ON `TrackingOptions` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TrackingSetOptions` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`trackingSetId` text NOT NULL,
	`optionId` text NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`trackingSetId`) REFERENCES `TrackingSets`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`optionId`) REFERENCES `TrackingOptions`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `TrackingSetOptions_tenantId_trackingSetId_index` ON `TrackingSetOptions` (`tenantId`,`trackingSetId`);--> statement-breakpoint
CREATE INDEX `TrackingSetOptions_tenantId_optionId_index` ON `TrackingSetOptions` (`tenantId`,`optionId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingSetOptions_trackingSetId_optionId_unique` ON `TrackingSetOptions` (`trackingSetId`,`optionId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingSetOptions_tenantId_id_unique` ON `TrackingSetOptions` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TrackingSets` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`hash` text(64) NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingSets_tenantId_hash_unique` ON `TrackingSets` (`tenantId`,`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `TrackingSets_tenantId_id_unique` ON `TrackingSets` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `TransactionLines` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`transactionId` text NOT NULL,
	`lineNumber` integer NOT NULL,
	`accountId` text,
	`description` text,
	`quantity` integer,
	`unitAmount` integer,
	`lineAmount` integer NOT NULL,
	`taxAmount` integer NOT NULL,
	`taxType` text(50),
	`trackingSetId` text,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`transactionId`) REFERENCES `Transactions`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`trackingSetId`) REFERENCES `TrackingSets`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "TransactionLines_unitAmount_limit" CHECK("TransactionLines"."unitAmount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "TransactionLines_lineAmount_limit" CHECK("TransactionLines"."lineAmount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "TransactionLines_taxAmount_limit" CHECK("TransactionLines"."taxAmount" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `TransactionLines_tenantId_transactionId_index` ON `TransactionLines` (`tenantId`,`transactionId`);--> statement-breakpoint
CREATE INDEX `TransactionLines_tenantId_accountId_index` ON `TransactionLines` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE INDEX `TransactionLines_tenantId_trackingSetId_index` ON `TransactionLines` (`tenantId`,`trackingSetId`);--> statement-breakpoint
CREATE UNIQUE INDEX `TransactionLines_transactionId_lineNumber_unique` ON `TransactionLines` (`transactionId`,`lineNumber`);--> statement-breakpoint
CREATE UNIQUE INDEX `TransactionLines_tenantId_id_unique` ON `TransactionLines` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`type` text(50) NOT NULL,
	`xeroType` text(50) NOT NULL,
	`direction` text(50) NOT NULL,
	`contactId` text(255),
	`contactName` text(255),
	`number` text(255),
	`reference` text(255),
	`amount` integer NOT NULL,
	`date` text NOT NULL,
	`dueDate` text,
	`status` text(50) NOT NULL,
	`category` text(100),
	`accountCode` text(50),
	`description` text,
	`isReconciled` integer DEFAULT false NOT NULL,
	`currencyCode` text(3) NOT NULL,
	`currencyRate` integer NOT NULL,
	`baseAmount` integer NOT NULL,
	`subTotal` integer NOT NULL,
	`totalTax` integer NOT NULL,
	`amountDue` integer NOT NULL,
	`amountPaid` integer NOT NULL,
	`amountCredited` integer NOT NULL,
	`lineAmountTypes` text(50) NOT NULL,
	`bankAccountId` text,
	`toBankAccountId` text,
	`xeroAccountCode` text(50),
	`isSplit` integer DEFAULT false NOT NULL,
	`creditXeroId` text(255),
	`remainingCredit` integer,
	`categorySource` text(50),
	`ruleId` text,
	`note` text,
	`xeroUpdatedAt` integer,
	`contentHash` text(64) NOT NULL,
	`needsPosting` integer DEFAULT true NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`bankAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenantId`,`toBankAccountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "Transactions_type_known" CHECK("Transactions"."type" in ('INVOICE', 'BILL', 'SPEND', 'RECEIVE', 'TRANSFER', 'CREDIT_NOTE', 'PAYMENT')),
	CONSTRAINT "Transactions_direction_known" CHECK("Transactions"."direction" in ('in', 'out')),
	CONSTRAINT "Transactions_lineAmountTypes_known" CHECK("Transactions"."lineAmountTypes" in ('Exclusive', 'Inclusive', 'NoTax')),
	CONSTRAINT "Transactions_categorySource_known" CHECK("Transactions"."categorySource" in ('rule', 'user', 'suggestion')),
	CONSTRAINT "Transactions_amount_limit" CHECK("Transactions"."amount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_baseAmount_limit" CHECK("Transactions"."baseAmount" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_subTotal_limit" CHECK("Transactions"."subTotal" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_totalTax_limit" CHECK("Transactions"."totalTax" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_amountDue_limit" CHECK("Transactions"."amountDue" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_amountPaid_limit" CHECK("Transactions"."amountPaid" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_amountCredited_limit" CHECK("Transactions"."amountCredited" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "Transactions_remainingCredit_limit" CHECK("Transactions"."remainingCredit" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `Transactions_date_index` ON `Transactions` (`date`);--> statement-breakpoint
CREATE INDEX `Transactions_type_index` ON `Transactions` (`type`);--> statement-breakpoint
CREATE INDEX `Transactions_status_index` ON `Transactions` (`status`);--> statement-breakpoint
CREATE INDEX `Transactions_isReconciled_index` ON `Transactions` (`isReconciled`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_date_index` ON `Transactions` (`tenantId`,`date`,`id`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_needsPosting_index` ON `Transactions` (`tenantId`,`needsPosting`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_creditXeroId_index` ON `Transactions` (`tenantId`,`creditXeroId`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_bankAccountId_index` ON `Transactions` (`tenantId`,`bankAccountId`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_toBankAccountId_index` ON `Transactions` (`tenantId`,`toBankAccountId`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_contactId_index` ON `Transactions` (`tenantId`,`contactId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Transactions_tenantId_xeroId_unique` ON `Transactions` (`tenantId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Transactions_tenantId_id_unique` ON `Transactions` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `UserTenants` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tenantId` text NOT NULL,
	`isActive` integer DEFAULT false NOT NULL,
	`role` text(50),
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "UserTenants_role_known" CHECK("UserTenants"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `UserTenants_one_active` ON `UserTenants` (`userId`) WHERE "isActive" = 1;--> statement-breakpoint
CREATE INDEX `UserTenants_tenantId_index` ON `UserTenants` (`tenantId`);--> statement-breakpoint
CREATE UNIQUE INDEX `UserTenants_userId_tenantId_unique` ON `UserTenants` (`userId`,`tenantId`);--> statement-breakpoint
CREATE TABLE `Users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text(255) NOT NULL,
	`passwordHash` text(255) NOT NULL,
	`firstName` text(100),
	`lastName` text(100),
	`role` text(50) DEFAULT 'Standard' NOT NULL,
	`status` text(50) DEFAULT 'active' NOT NULL,
	`failedLoginAttempts` integer DEFAULT 0 NOT NULL,
	`lockedUntil` integer,
	`lastLoginAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT "Users_role_known" CHECK("Users"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly')),
	CONSTRAINT "Users_status_known" CHECK("Users"."status" in ('active', 'deactivated'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `Users_email_unique` ON `Users` (`email`);--> statement-breakpoint
CREATE TABLE `Webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tenantId` text NOT NULL,
	`event` text(100) NOT NULL,
	`url` text(255) NOT NULL,
	`secret` text(255) NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `Webhooks_event_index` ON `Webhooks` (`event`);--> statement-breakpoint
CREATE INDEX `Webhooks_userId_tenantId_index` ON `Webhooks` (`userId`,`tenantId`);--> statement-breakpoint
CREATE INDEX `Webhooks_tenantId_index` ON `Webhooks` (`tenantId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Webhooks_tenantId_id_unique` ON `Webhooks` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Workers` (
	`name` text(100) PRIMARY KEY NOT NULL,
	`mode` text(20) NOT NULL,
	`lastBeatAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `XeroApiLogs` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text,
	`jobId` text,
	`method` text(10) NOT NULL,
	`path` text(255) NOT NULL,
	`status` integer NOT NULL,
	`durationMs` integer NOT NULL,
	`bytes` integer NOT NULL,
	`dayRemaining` integer,
	`minuteRemaining` integer,
	`correlationId` text(100),
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `XeroApiLogs_tenantId_createdAt_index` ON `XeroApiLogs` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `XeroApiLogs_createdAt_index` ON `XeroApiLogs` (`createdAt`);--> statement-breakpoint
CREATE INDEX `XeroApiLogs_tenantId_jobId_index` ON `XeroApiLogs` (`tenantId`,`jobId`);--> statement-breakpoint
CREATE TABLE `XeroConnections` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tenantId` text NOT NULL,
	`tokenId` text NOT NULL,
	`connectionId` text(255) NOT NULL,
	`status` text(50) DEFAULT 'connected' NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tokenId`) REFERENCES `XeroTokens`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "XeroConnections_status_known" CHECK("XeroConnections"."status" in ('connected', 'reauthRequired', 'disconnected'))
);
--> statement-breakpoint
CREATE INDEX `XeroConnections_tenantId_index` ON `XeroConnections` (`tenantId`);--> statement-breakpoint
CREATE INDEX `XeroConnections_tokenId_index` ON `XeroConnections` (`tokenId`);--> statement-breakpoint
CREATE UNIQUE INDEX `XeroConnections_userId_tenantId_unique` ON `XeroConnections` (`userId`,`tenantId`);--> statement-breakpoint
CREATE TABLE `XeroTenants` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text(255) NOT NULL,
	`tenantName` text(255) NOT NULL,
	`tenantType` text(50) NOT NULL,
	`baseCurrency` text(3),
	`countryCode` text(10),
	`timezone` text(100),
	`shortCode` text(50),
	`financialYearEndDay` integer,
	`financialYearEndMonth` integer,
	`salesTaxBasis` text(50),
	`periodLockDate` text,
	`endOfYearLockDate` text,
	`organisationStatus` text(50),
	`isDemoCompany` integer DEFAULT false NOT NULL,
	`isDemo` integer DEFAULT false NOT NULL,
	`connectionStatus` text(50) DEFAULT 'connected' NOT NULL,
	`lastSyncedAt` integer,
	`dataVersion` integer DEFAULT 0 NOT NULL,
	`ledgerSequence` integer DEFAULT 0 NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT "XeroTenants_tenantType_known" CHECK("XeroTenants"."tenantType" in ('Organization', 'Practice', 'XeroHQ')),
	CONSTRAINT "XeroTenants_connectionStatus_known" CHECK("XeroTenants"."connectionStatus" in ('connected', 'reauthRequired', 'disconnected'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `XeroTenants_tenantId_unique` ON `XeroTenants` (`tenantId`);--> statement-breakpoint
CREATE TABLE `XeroTokens` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`xeroUserId` text(255) NOT NULL,
	`accessToken` text NOT NULL,
	`refreshToken` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`scopes` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`leaseUntil` integer,
	`refreshedAt` integer,
	`status` text(50) DEFAULT 'live' NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "XeroTokens_status_known" CHECK("XeroTokens"."status" in ('live', 'reauthRequired', 'revoked'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `XeroTokens_userId_xeroUserId_unique` ON `XeroTokens` (`userId`,`xeroUserId`);--> statement-breakpoint
CREATE TABLE `XeroTrialBalances` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`basis` text(50) NOT NULL,
	`accountId` text NOT NULL,
	`monthEnd` text NOT NULL,
	`movement` integer NOT NULL,
	`balance` integer NOT NULL,
	`fetchedAt` integer NOT NULL,
	`dataVersion` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`accountId`) REFERENCES `Accounts`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "XeroTrialBalances_basis_known" CHECK("XeroTrialBalances"."basis" in ('accrual', 'cash')),
	CONSTRAINT "XeroTrialBalances_movement_limit" CHECK("XeroTrialBalances"."movement" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "XeroTrialBalances_balance_limit" CHECK("XeroTrialBalances"."balance" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `XeroTrialBalances_tenantId_monthEnd_index` ON `XeroTrialBalances` (`tenantId`,`basis`,`monthEnd`);--> statement-breakpoint
CREATE INDEX `XeroTrialBalances_tenantId_accountId_index` ON `XeroTrialBalances` (`tenantId`,`accountId`);--> statement-breakpoint
CREATE UNIQUE INDEX `XeroTrialBalances_account_monthEnd_unique` ON `XeroTrialBalances` (`tenantId`,`basis`,`accountId`,`monthEnd`);--> statement-breakpoint
CREATE UNIQUE INDEX `XeroTrialBalances_tenantId_id_unique` ON `XeroTrialBalances` (`tenantId`,`id`);