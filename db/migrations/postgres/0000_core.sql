CREATE TABLE "AccountBalances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"basis" varchar(50) NOT NULL,
	"accountId" uuid NOT NULL,
	"month" varchar(7) NOT NULL,
	"trackingSetId" uuid NOT NULL,
	"debit" numeric(19, 4) NOT NULL,
	"credit" numeric(19, 4) NOT NULL,
	CONSTRAINT "AccountBalances_account_month_tracking_unique" UNIQUE("tenantId","basis","accountId","month","trackingSetId"),
	CONSTRAINT "AccountBalances_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "AccountBalances_basis_known" CHECK ("AccountBalances"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
CREATE TABLE "Accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"code" varchar(50),
	"name" varchar(255) NOT NULL,
	"type" varchar(50) NOT NULL,
	"class" varchar(50) NOT NULL,
	"status" varchar(50) NOT NULL,
	"systemAccount" varchar(50),
	"taxType" varchar(50),
	"currencyCode" varchar(3),
	"bankAccountType" varchar(50),
	"reportingCode" varchar(255),
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Accounts_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "Accounts_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Accounts_class_known" CHECK ("Accounts"."class" in ('ASSET', 'EQUITY', 'EXPENSE', 'LIABILITY', 'REVENUE'))
);
--> statement-breakpoint
CREATE TABLE "Allocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"sourceKind" varchar(50) NOT NULL,
	"sourceXeroId" varchar(255) NOT NULL,
	"targetXeroId" varchar(255) NOT NULL,
	"date" date NOT NULL,
	"ordinal" integer NOT NULL,
	"amount" numeric(19, 4) NOT NULL,
	"currencyRate" numeric(20, 10) NOT NULL,
	"bankAccountId" uuid,
	"bankAmount" numeric(19, 4),
	"status" varchar(50) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Allocations_source_target_date_ordinal_unique" UNIQUE("tenantId","sourceKind","sourceXeroId","targetXeroId","date","ordinal"),
	CONSTRAINT "Allocations_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Allocations_sourceKind_known" CHECK ("Allocations"."sourceKind" in ('payment', 'creditNote', 'overpayment', 'prepayment')),
	CONSTRAINT "Allocations_amount_limit" CHECK ("Allocations"."amount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Allocations_bankAmount_limit" CHECK ("Allocations"."bankAmount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "ApiKeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"name" varchar(255) NOT NULL,
	"key" varchar(255) NOT NULL,
	"keyId" varchar(8) NOT NULL,
	"permissions" jsonb NOT NULL,
	"tenantIds" jsonb,
	"allowedIps" jsonb,
	"rateLimit" integer,
	"expiresAt" timestamp (3) with time zone,
	"lastUsedAt" timestamp (3) with time zone,
	"revokedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ApiKeys_key_unique" UNIQUE("key"),
	CONSTRAINT "ApiKeys_keyId_unique" UNIQUE("keyId")
);
--> statement-breakpoint
CREATE TABLE "AuditLogs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid,
	"tenantId" uuid,
	"action" varchar(100) NOT NULL,
	"details" jsonb,
	"ipAddress" varchar(45),
	"userAgent" varchar(255),
	"actorId" uuid,
	"organisationId" uuid,
	"actorType" varchar(50) NOT NULL,
	"category" varchar(50) NOT NULL,
	"severity" varchar(50) NOT NULL,
	"status" varchar(50) NOT NULL,
	"resourceType" varchar(50),
	"resourceId" varchar(255),
	"correlationId" uuid,
	"sequence" integer NOT NULL,
	"prevHash" varchar(64),
	"hash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "AuditLogs_organisationId_sequence_unique" UNIQUE("organisationId","sequence"),
	CONSTRAINT "AuditLogs_actorType_known" CHECK ("AuditLogs"."actorType" in ('user', 'key', 'system')),
	CONSTRAINT "AuditLogs_severity_known" CHECK ("AuditLogs"."severity" in ('info', 'notice', 'warning')),
	CONSTRAINT "AuditLogs_status_known" CHECK ("AuditLogs"."status" in ('success', 'error', 'denied'))
);
--> statement-breakpoint
CREATE TABLE "CategoryRules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tenantId" uuid NOT NULL,
	"pattern" varchar(255) NOT NULL,
	"category" varchar(100) NOT NULL,
	"accountCode" varchar(50),
	"priority" integer DEFAULT 0 NOT NULL,
	"isActive" boolean DEFAULT true NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "CategoryRules_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "Contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"name" varchar(500) NOT NULL,
	"status" varchar(50) NOT NULL,
	"emailAddress" varchar(255),
	"isSupplier" boolean DEFAULT false NOT NULL,
	"isCustomer" boolean DEFAULT false NOT NULL,
	"defaultCurrency" varchar(3),
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Contacts_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "Contacts_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "CursorStates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"objectType" varchar(50) NOT NULL,
	"since" timestamp (3) with time zone,
	"page" integer DEFAULT 0 NOT NULL,
	"itemCount" integer,
	"highWater" timestamp (3) with time zone,
	"completedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "CursorStates_tenantId_objectType_unique" UNIQUE("tenantId","objectType"),
	CONSTRAINT "CursorStates_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "CursorStates_objectType_known" CHECK ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Journals', 'TrialBalance'))
);
--> statement-breakpoint
CREATE TABLE "Jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"userId" uuid,
	"type" varchar(50) NOT NULL,
	"status" varchar(50) DEFAULT 'queued' NOT NULL,
	"parameters" jsonb NOT NULL,
	"progress" jsonb,
	"error" jsonb,
	"result" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leaseOwner" varchar(100),
	"leaseUntil" timestamp (3) with time zone,
	"runAfter" timestamp (3) with time zone,
	"cancelRequestedAt" timestamp (3) with time zone,
	"startedAt" timestamp (3) with time zone,
	"finishedAt" timestamp (3) with time zone,
	"correlationId" uuid NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Jobs_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Jobs_type_known" CHECK ("Jobs"."type" in ('sync')),
	CONSTRAINT "Jobs_status_known" CHECK ("Jobs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "JournalEntries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"basis" varchar(50) NOT NULL,
	"sourceType" varchar(50) NOT NULL,
	"sourceXeroId" varchar(255) NOT NULL,
	"sourceVersion" integer NOT NULL,
	"reversal" boolean DEFAULT false NOT NULL,
	"reversesId" uuid,
	"date" date NOT NULL,
	"narration" text,
	"status" varchar(50) DEFAULT 'draft' NOT NULL,
	"sequence" integer,
	"postedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"unproven" boolean DEFAULT false NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "JournalEntries_source_unique" UNIQUE("tenantId","basis","sourceType","sourceXeroId","sourceVersion","reversal"),
	CONSTRAINT "JournalEntries_tenantId_sequence_unique" UNIQUE("tenantId","sequence"),
	CONSTRAINT "JournalEntries_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "JournalEntries_basis_known" CHECK ("JournalEntries"."basis" in ('accrual', 'cash')),
	CONSTRAINT "JournalEntries_status_known" CHECK ("JournalEntries"."status" in ('draft', 'posted'))
);
--> statement-breakpoint
CREATE TABLE "JournalLines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"entryId" uuid NOT NULL,
	"lineNumber" integer NOT NULL,
	"date" date NOT NULL,
	"accountId" uuid NOT NULL,
	"debit" numeric(19, 4) NOT NULL,
	"credit" numeric(19, 4) NOT NULL,
	"currencyCode" varchar(3),
	"currencyAmount" numeric(19, 4),
	"rate" numeric(20, 10),
	"taxType" varchar(50),
	"taxAmount" numeric(19, 4),
	"trackingSetId" uuid,
	"contactId" varchar(255),
	"transactionId" uuid,
	"transactionLineId" uuid,
	"allocationId" uuid,
	CONSTRAINT "JournalLines_entryId_lineNumber_unique" UNIQUE("entryId","lineNumber"),
	CONSTRAINT "JournalLines_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "JournalLines_one_side" CHECK ("JournalLines"."debit" >= 0 and "JournalLines"."credit" >= 0 and ("JournalLines"."debit" = 0 or "JournalLines"."credit" = 0)),
	CONSTRAINT "JournalLines_debit_limit" CHECK ("JournalLines"."debit" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "JournalLines_credit_limit" CHECK ("JournalLines"."credit" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "JournalLines_currencyAmount_limit" CHECK ("JournalLines"."currencyAmount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "JournalLines_taxAmount_limit" CHECK ("JournalLines"."taxAmount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "ManualJournalLines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"manualJournalId" uuid NOT NULL,
	"lineNumber" integer NOT NULL,
	"accountId" uuid,
	"description" text,
	"lineAmount" numeric(19, 4) NOT NULL,
	"taxAmount" numeric(19, 4) NOT NULL,
	"taxType" varchar(50),
	"trackingSetId" uuid,
	CONSTRAINT "ManualJournalLines_manualJournalId_lineNumber_unique" UNIQUE("manualJournalId","lineNumber"),
	CONSTRAINT "ManualJournalLines_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "ManualJournalLines_lineAmount_limit" CHECK ("ManualJournalLines"."lineAmount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "ManualJournalLines_taxAmount_limit" CHECK ("ManualJournalLines"."taxAmount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "ManualJournals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"narration" text,
	"date" date NOT NULL,
	"status" varchar(50) NOT NULL,
	"lineAmountTypes" varchar(50) NOT NULL,
	"showOnCashBasisReports" boolean DEFAULT true NOT NULL,
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"needsPosting" boolean DEFAULT true NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ManualJournals_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "ManualJournals_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "ManualJournals_lineAmountTypes_known" CHECK ("ManualJournals"."lineAmountTypes" in ('Exclusive', 'Inclusive', 'NoTax'))
);
--> statement-breakpoint
CREATE TABLE "OAuthFlows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"sessionId" uuid NOT NULL,
	"stateHash" varchar(64) NOT NULL,
	"verifier" text NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"usedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "OAuthFlows_stateHash_unique" UNIQUE("stateHash")
);
--> statement-breakpoint
CREATE TABLE "RateLimits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expiresAt" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "Reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"userId" uuid NOT NULL,
	"type" varchar(50) NOT NULL,
	"name" varchar(255) NOT NULL,
	"parameters" jsonb,
	"data" jsonb NOT NULL,
	"status" varchar(50) DEFAULT 'ready' NOT NULL,
	"schemaVersion" integer NOT NULL,
	"periodStart" date,
	"periodEnd" date NOT NULL,
	"currency" varchar(3) NOT NULL,
	"dataVersion" integer NOT NULL,
	"contentHash" varchar(64) NOT NULL,
	"supersedesId" uuid,
	"pinned" boolean DEFAULT false NOT NULL,
	"staleSince" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Reports_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Reports_type_known" CHECK ("Reports"."type" in ('PROFIT_LOSS', 'BALANCE_SHEET', 'CASH_FLOW', 'AGED_RECEIVABLES', 'AGED_PAYABLES', 'BUDGET_VARIANCE', 'KPI_DASHBOARD', 'CUSTOM')),
	CONSTRAINT "Reports_status_known" CHECK ("Reports"."status" in ('queued', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "Sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"revokedAt" timestamp (3) with time zone,
	"lastSeenAt" timestamp (3) with time zone NOT NULL,
	"ipAddress" varchar(45),
	"userAgent" varchar(255),
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "SignInLinks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tokenHash" varchar(64) NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"usedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "SignInLinks_tokenHash_unique" UNIQUE("tokenHash")
);
--> statement-breakpoint
CREATE TABLE "TaxComponents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"taxRateId" uuid NOT NULL,
	"lineNumber" integer NOT NULL,
	"name" varchar(255) NOT NULL,
	"rate" numeric(20, 10) NOT NULL,
	"isNonRecoverable" boolean DEFAULT false NOT NULL,
	CONSTRAINT "TaxComponents_taxRateId_lineNumber_unique" UNIQUE("taxRateId","lineNumber"),
	CONSTRAINT "TaxComponents_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TaxRates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"name" varchar(255) NOT NULL,
	"status" varchar(50) NOT NULL,
	"effectiveRate" numeric(20, 10) NOT NULL,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "TaxRates_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "TaxRates_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TrackingCategories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"name" varchar(255) NOT NULL,
	"status" varchar(50) NOT NULL,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "TrackingCategories_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "TrackingCategories_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TrackingOptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"categoryId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"name" varchar(255) NOT NULL,
	"status" varchar(50) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "TrackingOptions_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "TrackingOptions_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TrackingSetOptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"trackingSetId" uuid NOT NULL,
	"optionId" uuid NOT NULL,
	CONSTRAINT "TrackingSetOptions_trackingSetId_optionId_unique" UNIQUE("trackingSetId","optionId"),
	CONSTRAINT "TrackingSetOptions_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TrackingSets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"hash" varchar(64) NOT NULL,
	CONSTRAINT "TrackingSets_tenantId_hash_unique" UNIQUE("tenantId","hash"),
	CONSTRAINT "TrackingSets_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "TransactionLines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"transactionId" uuid NOT NULL,
	"lineNumber" integer NOT NULL,
	"accountId" uuid,
	"description" text,
	"quantity" numeric(20, 10),
	"unitAmount" numeric(19, 4),
	"lineAmount" numeric(19, 4) NOT NULL,
	"taxAmount" numeric(19, 4) NOT NULL,
	"taxType" varchar(50),
	"trackingSetId" uuid,
	CONSTRAINT "TransactionLines_transactionId_lineNumber_unique" UNIQUE("transactionId","lineNumber"),
	CONSTRAINT "TransactionLines_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "TransactionLines_unitAmount_limit" CHECK ("TransactionLines"."unitAmount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "TransactionLines_lineAmount_limit" CHECK ("TransactionLines"."lineAmount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "TransactionLines_taxAmount_limit" CHECK ("TransactionLines"."taxAmount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "Transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"type" varchar(50) NOT NULL,
	"xeroType" varchar(50) NOT NULL,
	"direction" varchar(50) NOT NULL,
	"contactId" varchar(255),
	"contactName" varchar(255),
	"number" varchar(255),
	"reference" varchar(255),
	"amount" numeric(19, 4) NOT NULL,
	"date" date NOT NULL,
	"dueDate" date,
	"status" varchar(50) NOT NULL,
	"category" varchar(100),
	"accountCode" varchar(50),
	"description" text,
	"isReconciled" boolean DEFAULT false NOT NULL,
	"currencyCode" varchar(3) NOT NULL,
	"currencyRate" numeric(20, 10) NOT NULL,
	"baseAmount" numeric(19, 4) NOT NULL,
	"subTotal" numeric(19, 4) NOT NULL,
	"totalTax" numeric(19, 4) NOT NULL,
	"amountDue" numeric(19, 4) NOT NULL,
	"amountPaid" numeric(19, 4) NOT NULL,
	"amountCredited" numeric(19, 4) NOT NULL,
	"lineAmountTypes" varchar(50) NOT NULL,
	"bankAccountId" uuid,
	"toBankAccountId" uuid,
	"xeroAccountCode" varchar(50),
	"isSplit" boolean DEFAULT false NOT NULL,
	"creditXeroId" varchar(255),
	"remainingCredit" numeric(19, 4),
	"categorySource" varchar(50),
	"ruleId" uuid,
	"note" text,
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"needsPosting" boolean DEFAULT true NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Transactions_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "Transactions_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Transactions_type_known" CHECK ("Transactions"."type" in ('INVOICE', 'BILL', 'SPEND', 'RECEIVE', 'TRANSFER', 'CREDIT_NOTE', 'PAYMENT')),
	CONSTRAINT "Transactions_direction_known" CHECK ("Transactions"."direction" in ('in', 'out')),
	CONSTRAINT "Transactions_lineAmountTypes_known" CHECK ("Transactions"."lineAmountTypes" in ('Exclusive', 'Inclusive', 'NoTax')),
	CONSTRAINT "Transactions_categorySource_known" CHECK ("Transactions"."categorySource" in ('rule', 'user', 'suggestion')),
	CONSTRAINT "Transactions_amount_limit" CHECK ("Transactions"."amount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_baseAmount_limit" CHECK ("Transactions"."baseAmount" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_subTotal_limit" CHECK ("Transactions"."subTotal" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_totalTax_limit" CHECK ("Transactions"."totalTax" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_amountDue_limit" CHECK ("Transactions"."amountDue" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_amountPaid_limit" CHECK ("Transactions"."amountPaid" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_amountCredited_limit" CHECK ("Transactions"."amountCredited" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Transactions_remainingCredit_limit" CHECK ("Transactions"."remainingCredit" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "UserTenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tenantId" uuid NOT NULL,
	"isActive" boolean DEFAULT false NOT NULL,
	"role" varchar(50),
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "UserTenants_userId_tenantId_unique" UNIQUE("userId","tenantId"),
	CONSTRAINT "UserTenants_role_known" CHECK ("UserTenants"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly'))
);
--> statement-breakpoint
CREATE TABLE "Users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" varchar(255) NOT NULL,
	"passwordHash" varchar(255) NOT NULL,
	"firstName" varchar(100),
	"lastName" varchar(100),
	"role" varchar(50) DEFAULT 'Standard' NOT NULL,
	"status" varchar(50) DEFAULT 'active' NOT NULL,
	"failedLoginAttempts" integer DEFAULT 0 NOT NULL,
	"lockedUntil" timestamp (3) with time zone,
	"lastLoginAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Users_email_unique" UNIQUE("email"),
	CONSTRAINT "Users_role_known" CHECK ("Users"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly')),
	CONSTRAINT "Users_status_known" CHECK ("Users"."status" in ('active', 'deactivated'))
);
--> statement-breakpoint
CREATE TABLE "Webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tenantId" uuid NOT NULL,
	"event" varchar(100) NOT NULL,
	"url" varchar(255) NOT NULL,
	"secret" varchar(255) NOT NULL,
	"isActive" boolean DEFAULT true NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Webhooks_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "Workers" (
	"name" varchar(100) PRIMARY KEY NOT NULL,
	"mode" varchar(20) NOT NULL,
	"lastBeatAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "XeroApiLogs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid,
	"jobId" uuid,
	"method" varchar(10) NOT NULL,
	"path" varchar(255) NOT NULL,
	"status" integer NOT NULL,
	"durationMs" integer NOT NULL,
	"bytes" integer NOT NULL,
	"dayRemaining" integer,
	"minuteRemaining" integer,
	"correlationId" varchar(100),
	"createdAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "XeroConnections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tenantId" uuid NOT NULL,
	"tokenId" uuid NOT NULL,
	"connectionId" varchar(255) NOT NULL,
	"status" varchar(50) DEFAULT 'connected' NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "XeroConnections_userId_tenantId_unique" UNIQUE("userId","tenantId"),
	CONSTRAINT "XeroConnections_status_known" CHECK ("XeroConnections"."status" in ('connected', 'reauthRequired', 'disconnected'))
);
--> statement-breakpoint
CREATE TABLE "XeroTenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" varchar(255) NOT NULL,
	"tenantName" varchar(255) NOT NULL,
	"tenantType" varchar(50) NOT NULL,
	"baseCurrency" varchar(3),
	"countryCode" varchar(10),
	"timezone" varchar(100),
	"shortCode" varchar(50),
	"financialYearEndDay" integer,
	"financialYearEndMonth" integer,
	"salesTaxBasis" varchar(50),
	"periodLockDate" date,
	"endOfYearLockDate" date,
	"organisationStatus" varchar(50),
	"isDemoCompany" boolean DEFAULT false NOT NULL,
	"isDemo" boolean DEFAULT false NOT NULL,
	"connectionStatus" varchar(50) DEFAULT 'connected' NOT NULL,
	"lastSyncedAt" timestamp (3) with time zone,
	"dataVersion" integer DEFAULT 0 NOT NULL,
	"ledgerSequence" integer DEFAULT 0 NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "XeroTenants_tenantId_unique" UNIQUE("tenantId"),
	CONSTRAINT "XeroTenants_tenantType_known" CHECK ("XeroTenants"."tenantType" in ('Organization', 'Practice', 'XeroHQ')),
	CONSTRAINT "XeroTenants_connectionStatus_known" CHECK ("XeroTenants"."connectionStatus" in ('connected', 'reauthRequired', 'disconnected'))
);
--> statement-breakpoint
CREATE TABLE "XeroTokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"xeroUserId" varchar(255) NOT NULL,
	"accessToken" text NOT NULL,
	"refreshToken" text NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"scopes" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"leaseUntil" timestamp (3) with time zone,
	"refreshedAt" timestamp (3) with time zone,
	"status" varchar(50) DEFAULT 'live' NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "XeroTokens_userId_xeroUserId_unique" UNIQUE("userId","xeroUserId"),
	CONSTRAINT "XeroTokens_status_known" CHECK ("XeroTokens"."status" in ('live', 'reauthRequired', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "XeroTrialBalances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"basis" varchar(50) NOT NULL,
	"accountId" uuid NOT NULL,
	"monthEnd" date NOT NULL,
	"movement" numeric(19, 4) NOT NULL,
	"balance" numeric(19, 4) NOT NULL,
	"fetchedAt" timestamp (3) with time zone NOT NULL,
	"dataVersion" integer NOT NULL,
	CONSTRAINT "XeroTrialBalances_account_monthEnd_unique" UNIQUE("tenantId","basis","accountId","monthEnd"),
	CONSTRAINT "XeroTrialBalances_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "XeroTrialBalances_basis_known" CHECK ("XeroTrialBalances"."basis" in ('accrual', 'cash')),
	CONSTRAINT "XeroTrialBalances_movement_limit" CHECK ("XeroTrialBalances"."movement" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "XeroTrialBalances_balance_limit" CHECK ("XeroTrialBalances"."balance" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
ALTER TABLE "AccountBalances" ADD CONSTRAINT "AccountBalances_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AccountBalances" ADD CONSTRAINT "AccountBalances_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Accounts" ADD CONSTRAINT "Accounts_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Allocations" ADD CONSTRAINT "Allocations_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Allocations" ADD CONSTRAINT "Allocations_bankAccountId_within" FOREIGN KEY ("tenantId","bankAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ApiKeys" ADD CONSTRAINT "ApiKeys_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AuditLogs" ADD CONSTRAINT "AuditLogs_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AuditLogs" ADD CONSTRAINT "AuditLogs_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "CategoryRules" ADD CONSTRAINT "CategoryRules_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "CategoryRules" ADD CONSTRAINT "CategoryRules_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Contacts" ADD CONSTRAINT "Contacts_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "CursorStates" ADD CONSTRAINT "CursorStates_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Jobs" ADD CONSTRAINT "Jobs_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Jobs" ADD CONSTRAINT "Jobs_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalEntries" ADD CONSTRAINT "JournalEntries_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalEntries" ADD CONSTRAINT "JournalEntries_reversesId_within" FOREIGN KEY ("tenantId","reversesId") REFERENCES "public"."JournalEntries"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalLines" ADD CONSTRAINT "JournalLines_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalLines" ADD CONSTRAINT "JournalLines_entryId_within" FOREIGN KEY ("tenantId","entryId") REFERENCES "public"."JournalEntries"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalLines" ADD CONSTRAINT "JournalLines_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalLines" ADD CONSTRAINT "JournalLines_trackingSetId_within" FOREIGN KEY ("tenantId","trackingSetId") REFERENCES "public"."TrackingSets"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "JournalLines" ADD CONSTRAINT "JournalLines_transactionId_within" FOREIGN KEY ("tenantId","transactionId") REFERENCES "public"."Transactions"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ManualJournalLines" ADD CONSTRAINT "ManualJournalLines_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ManualJournalLines" ADD CONSTRAINT "ManualJournalLines_manualJournalId_within" FOREIGN KEY ("tenantId","manualJournalId") REFERENCES "public"."ManualJournals"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ManualJournalLines" ADD CONSTRAINT "ManualJournalLines_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ManualJournalLines" ADD CONSTRAINT "ManualJournalLines_trackingSetId_within" FOREIGN KEY ("tenantId","trackingSetId") REFERENCES "public"."TrackingSets"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ManualJournals" ADD CONSTRAINT "ManualJournals_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "OAuthFlows" ADD CONSTRAINT "OAuthFlows_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "OAuthFlows" ADD CONSTRAINT "OAuthFlows_sessionId_Sessions_id_fk" FOREIGN KEY ("sessionId") REFERENCES "public"."Sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Reports" ADD CONSTRAINT "Reports_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Reports" ADD CONSTRAINT "Reports_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Reports" ADD CONSTRAINT "Reports_supersedesId_within" FOREIGN KEY ("tenantId","supersedesId") REFERENCES "public"."Reports"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Sessions" ADD CONSTRAINT "Sessions_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "SignInLinks" ADD CONSTRAINT "SignInLinks_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TaxComponents" ADD CONSTRAINT "TaxComponents_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TaxComponents" ADD CONSTRAINT "TaxComponents_taxRateId_within" FOREIGN KEY ("tenantId","taxRateId") REFERENCES "public"."TaxRates"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TaxRates" ADD CONSTRAINT "TaxRates_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingCategories" ADD CONSTRAINT "TrackingCategories_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingOptions" ADD CONSTRAINT "TrackingOptions_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingOptions" ADD CONSTRAINT "TrackingOptions_categoryId_within" FOREIGN KEY ("tenantId","categoryId") REFERENCES "public"."TrackingCategories"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingSetOptions" ADD CONSTRAINT "TrackingSetOptions_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingSetOptions" ADD CONSTRAINT "TrackingSetOptions_trackingSetId_within" FOREIGN KEY ("tenantId","trackingSetId") REFERENCES "public"."TrackingSets"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingSetOptions" ADD CONSTRAINT "TrackingSetOptions_optionId_within" FOREIGN KEY ("tenantId","optionId") REFERENCES "public"."TrackingOptions"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TrackingSets" ADD CONSTRAINT "TrackingSets_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD CONSTRAINT "TransactionLines_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD CONSTRAINT "TransactionLines_transactionId_within" FOREIGN KEY ("tenantId","transactionId") REFERENCES "public"."Transactions"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD CONSTRAINT "TransactionLines_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD CONSTRAINT "TransactionLines_trackingSetId_within" FOREIGN KEY ("tenantId","trackingSetId") REFERENCES "public"."TrackingSets"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Transactions" ADD CONSTRAINT "Transactions_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Transactions" ADD CONSTRAINT "Transactions_bankAccountId_within" FOREIGN KEY ("tenantId","bankAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Transactions" ADD CONSTRAINT "Transactions_toBankAccountId_within" FOREIGN KEY ("tenantId","toBankAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "UserTenants" ADD CONSTRAINT "UserTenants_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "UserTenants" ADD CONSTRAINT "UserTenants_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD CONSTRAINT "Webhooks_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD CONSTRAINT "Webhooks_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroApiLogs" ADD CONSTRAINT "XeroApiLogs_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroConnections" ADD CONSTRAINT "XeroConnections_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroConnections" ADD CONSTRAINT "XeroConnections_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroConnections" ADD CONSTRAINT "XeroConnections_tokenId_XeroTokens_id_fk" FOREIGN KEY ("tokenId") REFERENCES "public"."XeroTokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroTokens" ADD CONSTRAINT "XeroTokens_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroTrialBalances" ADD CONSTRAINT "XeroTrialBalances_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "XeroTrialBalances" ADD CONSTRAINT "XeroTrialBalances_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "AccountBalances_tenantId_accountId_index" ON "AccountBalances" USING btree ("tenantId","accountId");--> statement-breakpoint
CREATE INDEX "AccountBalances_tenantId_month_index" ON "AccountBalances" USING btree ("tenantId","basis","month");--> statement-breakpoint
CREATE INDEX "Accounts_tenantId_code_index" ON "Accounts" USING btree ("tenantId","code");--> statement-breakpoint
CREATE INDEX "Allocations_tenantId_targetXeroId_index" ON "Allocations" USING btree ("tenantId","targetXeroId");--> statement-breakpoint
CREATE INDEX "Allocations_tenantId_sourceXeroId_index" ON "Allocations" USING btree ("tenantId","sourceXeroId");--> statement-breakpoint
CREATE INDEX "Allocations_tenantId_bankAccountId_index" ON "Allocations" USING btree ("tenantId","bankAccountId");--> statement-breakpoint
CREATE INDEX "ApiKeys_userId_index" ON "ApiKeys" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "AuditLogs_action_index" ON "AuditLogs" USING btree ("action");--> statement-breakpoint
CREATE INDEX "AuditLogs_userId_index" ON "AuditLogs" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "AuditLogs_tenantId_index" ON "AuditLogs" USING btree ("tenantId");--> statement-breakpoint
CREATE INDEX "AuditLogs_createdAt_index" ON "AuditLogs" USING btree ("createdAt");--> statement-breakpoint
CREATE INDEX "CategoryRules_pattern_index" ON "CategoryRules" USING btree ("pattern");--> statement-breakpoint
CREATE INDEX "CategoryRules_userId_tenantId_index" ON "CategoryRules" USING btree ("userId","tenantId");--> statement-breakpoint
CREATE INDEX "CategoryRules_tenantId_index" ON "CategoryRules" USING btree ("tenantId");--> statement-breakpoint
CREATE INDEX "Contacts_tenantId_name_index" ON "Contacts" USING btree ("tenantId","name");--> statement-breakpoint
CREATE UNIQUE INDEX "Jobs_one_live_sync" ON "Jobs" USING btree ("tenantId") WHERE "type" = 'sync' and "status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "Jobs_status_runAfter_index" ON "Jobs" USING btree ("status","runAfter");--> statement-breakpoint
CREATE INDEX "Jobs_tenantId_createdAt_index" ON "Jobs" USING btree ("tenantId","createdAt");--> statement-breakpoint
CREATE INDEX "Jobs_userId_index" ON "Jobs" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "JournalEntries_tenantId_date_index" ON "JournalEntries" USING btree ("tenantId","date");--> statement-breakpoint
CREATE INDEX "JournalEntries_tenantId_sourceXeroId_index" ON "JournalEntries" USING btree ("tenantId","sourceXeroId");--> statement-breakpoint
CREATE UNIQUE INDEX "JournalEntries_one_reversal" ON "JournalEntries" USING btree ("tenantId","reversesId") WHERE "reversesId" is not null;--> statement-breakpoint
CREATE INDEX "JournalLines_tenantId_entryId_index" ON "JournalLines" USING btree ("tenantId","entryId");--> statement-breakpoint
CREATE INDEX "JournalLines_tenantId_accountId_date_index" ON "JournalLines" USING btree ("tenantId","accountId","date");--> statement-breakpoint
CREATE INDEX "JournalLines_tenantId_transactionId_index" ON "JournalLines" USING btree ("tenantId","transactionId");--> statement-breakpoint
CREATE INDEX "JournalLines_tenantId_trackingSetId_index" ON "JournalLines" USING btree ("tenantId","trackingSetId");--> statement-breakpoint
CREATE INDEX "ManualJournalLines_tenantId_manualJournalId_index" ON "ManualJournalLines" USING btree ("tenantId","manualJournalId");--> statement-breakpoint
CREATE INDEX "ManualJournalLines_tenantId_accountId_index" ON "ManualJournalLines" USING btree ("tenantId","accountId");--> statement-breakpoint
CREATE INDEX "ManualJournalLines_tenantId_trackingSetId_index" ON "ManualJournalLines" USING btree ("tenantId","trackingSetId");--> statement-breakpoint
CREATE INDEX "ManualJournals_tenantId_needsPosting_index" ON "ManualJournals" USING btree ("tenantId","needsPosting");--> statement-breakpoint
CREATE INDEX "OAuthFlows_userId_index" ON "OAuthFlows" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "OAuthFlows_sessionId_index" ON "OAuthFlows" USING btree ("sessionId");--> statement-breakpoint
CREATE INDEX "Reports_tenantId_type_index" ON "Reports" USING btree ("tenantId","type");--> statement-breakpoint
CREATE INDEX "Reports_userId_index" ON "Reports" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "Reports_createdAt_index" ON "Reports" USING btree ("createdAt");--> statement-breakpoint
CREATE INDEX "Reports_tenantId_supersedesId_index" ON "Reports" USING btree ("tenantId","supersedesId");--> statement-breakpoint
CREATE INDEX "Sessions_userId_index" ON "Sessions" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "SignInLinks_userId_index" ON "SignInLinks" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "TaxComponents_tenantId_taxRateId_index" ON "TaxComponents" USING btree ("tenantId","taxRateId");--> statement-breakpoint
CREATE INDEX "TrackingOptions_tenantId_categoryId_index" ON "TrackingOptions" USING btree ("tenantId","categoryId");--> statement-breakpoint
CREATE INDEX "TrackingSetOptions_tenantId_trackingSetId_index" ON "TrackingSetOptions" USING btree ("tenantId","trackingSetId");--> statement-breakpoint
CREATE INDEX "TrackingSetOptions_tenantId_optionId_index" ON "TrackingSetOptions" USING btree ("tenantId","optionId");--> statement-breakpoint
CREATE INDEX "TransactionLines_tenantId_transactionId_index" ON "TransactionLines" USING btree ("tenantId","transactionId");--> statement-breakpoint
CREATE INDEX "TransactionLines_tenantId_accountId_index" ON "TransactionLines" USING btree ("tenantId","accountId");--> statement-breakpoint
CREATE INDEX "TransactionLines_tenantId_trackingSetId_index" ON "TransactionLines" USING btree ("tenantId","trackingSetId");--> statement-breakpoint
CREATE INDEX "Transactions_date_index" ON "Transactions" USING btree ("date");--> statement-breakpoint
CREATE INDEX "Transactions_type_index" ON "Transactions" USING btree ("type");--> statement-breakpoint
CREATE INDEX "Transactions_status_index" ON "Transactions" USING btree ("status");--> statement-breakpoint
CREATE INDEX "Transactions_isReconciled_index" ON "Transactions" USING btree ("isReconciled");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_date_index" ON "Transactions" USING btree ("tenantId","date","id");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_needsPosting_index" ON "Transactions" USING btree ("tenantId","needsPosting");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_creditXeroId_index" ON "Transactions" USING btree ("tenantId","creditXeroId");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_bankAccountId_index" ON "Transactions" USING btree ("tenantId","bankAccountId");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_toBankAccountId_index" ON "Transactions" USING btree ("tenantId","toBankAccountId");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_contactId_index" ON "Transactions" USING btree ("tenantId","contactId");--> statement-breakpoint
CREATE UNIQUE INDEX "UserTenants_one_active" ON "UserTenants" USING btree ("userId") WHERE "isActive";--> statement-breakpoint
CREATE INDEX "UserTenants_tenantId_index" ON "UserTenants" USING btree ("tenantId");--> statement-breakpoint
CREATE INDEX "Webhooks_event_index" ON "Webhooks" USING btree ("event");--> statement-breakpoint
CREATE INDEX "Webhooks_userId_tenantId_index" ON "Webhooks" USING btree ("userId","tenantId");--> statement-breakpoint
CREATE INDEX "Webhooks_tenantId_index" ON "Webhooks" USING btree ("tenantId");--> statement-breakpoint
CREATE INDEX "XeroApiLogs_tenantId_createdAt_index" ON "XeroApiLogs" USING btree ("tenantId","createdAt");--> statement-breakpoint
CREATE INDEX "XeroApiLogs_createdAt_index" ON "XeroApiLogs" USING btree ("createdAt");--> statement-breakpoint
CREATE INDEX "XeroApiLogs_tenantId_jobId_index" ON "XeroApiLogs" USING btree ("tenantId","jobId");--> statement-breakpoint
CREATE INDEX "XeroConnections_tenantId_index" ON "XeroConnections" USING btree ("tenantId");--> statement-breakpoint
CREATE INDEX "XeroConnections_tokenId_index" ON "XeroConnections" USING btree ("tokenId");--> statement-breakpoint
CREATE INDEX "XeroTrialBalances_tenantId_monthEnd_index" ON "XeroTrialBalances" USING btree ("tenantId","basis","monthEnd");--> statement-breakpoint
CREATE INDEX "XeroTrialBalances_tenantId_accountId_index" ON "XeroTrialBalances" USING btree ("tenantId","accountId");