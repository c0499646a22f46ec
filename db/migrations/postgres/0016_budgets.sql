CREATE TABLE "BudgetLines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"budgetId" uuid NOT NULL,
	"accountId" uuid NOT NULL,
	"month" varchar(7) NOT NULL,
	"amount" numeric(19, 4) NOT NULL,
	"note" text,
	"lineNumber" integer,
	CONSTRAINT "BudgetLines_account_month_unique" UNIQUE("budgetId","accountId","month"),
	CONSTRAINT "BudgetLines_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "BudgetLines_amount_limit" CHECK ("BudgetLines"."amount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "Budgets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"source" varchar(50) NOT NULL,
	"xeroId" varchar(255),
	"name" varchar(255) NOT NULL,
	"type" varchar(50) NOT NULL,
	"tracking" varchar(500),
	"userId" uuid,
	"importedBy" varchar(255),
	"fileName" varchar(255),
	"fileHash" varchar(64),
	"readFrom" varchar(7),
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Budgets_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "Budgets_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Budgets_source_known" CHECK ("Budgets"."source" in ('xero', 'file'))
);
--> statement-breakpoint
ALTER TABLE "CursorStates" DROP CONSTRAINT "CursorStates_objectType_known";--> statement-breakpoint
ALTER TABLE "BudgetLines" ADD CONSTRAINT "BudgetLines_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "BudgetLines" ADD CONSTRAINT "BudgetLines_budgetId_within" FOREIGN KEY ("tenantId","budgetId") REFERENCES "public"."Budgets"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "BudgetLines" ADD CONSTRAINT "BudgetLines_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Budgets" ADD CONSTRAINT "Budgets_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Budgets" ADD CONSTRAINT "Budgets_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "BudgetLines_tenantId_budgetId_index" ON "BudgetLines" USING btree ("tenantId","budgetId");--> statement-breakpoint
CREATE INDEX "BudgetLines_tenantId_accountId_index" ON "BudgetLines" USING btree ("tenantId","accountId");--> statement-breakpoint
CREATE INDEX "Budgets_userId_index" ON "Budgets" USING btree ("userId");--> statement-breakpoint
ALTER TABLE "CursorStates" ADD CONSTRAINT "CursorStates_objectType_known" CHECK ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'));