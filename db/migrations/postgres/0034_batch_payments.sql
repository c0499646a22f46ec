CREATE TABLE "BatchPayments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"type" varchar(50) NOT NULL,
	"status" varchar(50) NOT NULL,
	"date" date NOT NULL,
	"bankAccountId" uuid,
	"amount" numeric(19, 4) NOT NULL,
	"reference" varchar(255),
	"statementText" varchar(255),
	"isReconciled" boolean DEFAULT false NOT NULL,
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "BatchPayments_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "BatchPayments_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "BatchPayments_amount_limit" CHECK ("BatchPayments"."amount" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
ALTER TABLE "CursorStates" DROP CONSTRAINT "CursorStates_objectType_known";--> statement-breakpoint
ALTER TABLE "Transactions" ADD COLUMN "batchXeroId" varchar(255);--> statement-breakpoint
ALTER TABLE "BatchPayments" ADD CONSTRAINT "BatchPayments_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "BatchPayments" ADD CONSTRAINT "BatchPayments_bankAccountId_within" FOREIGN KEY ("tenantId","bankAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "BatchPayments_tenantId_date_index" ON "BatchPayments" USING btree ("tenantId","date","id");--> statement-breakpoint
CREATE INDEX "BatchPayments_tenantId_bankAccountId_index" ON "BatchPayments" USING btree ("tenantId","bankAccountId");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_batchXeroId_index" ON "Transactions" USING btree ("tenantId","batchXeroId");--> statement-breakpoint
ALTER TABLE "CursorStates" ADD CONSTRAINT "CursorStates_objectType_known" CHECK ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'BatchPayments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'));