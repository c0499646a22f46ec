CREATE TABLE "Items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"code" varchar(50) NOT NULL,
	"name" varchar(255),
	"description" text,
	"purchaseDescription" text,
	"isSold" boolean NOT NULL,
	"isPurchased" boolean NOT NULL,
	"salesUnitPrice" numeric(19, 4),
	"salesAccountId" uuid,
	"salesTaxType" varchar(50),
	"purchaseUnitPrice" numeric(19, 4),
	"purchaseAccountId" uuid,
	"purchaseTaxType" varchar(50),
	"isTracked" boolean NOT NULL,
	"inventoryAccountId" uuid,
	"costAccountId" uuid,
	"quantityOnHand" numeric(20, 10),
	"totalCost" numeric(19, 4),
	"xeroUpdatedAt" timestamp (3) with time zone,
	"contentHash" varchar(64) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Items_tenantId_xeroId_unique" UNIQUE("tenantId","xeroId"),
	CONSTRAINT "Items_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Items_salesUnitPrice_limit" CHECK ("Items"."salesUnitPrice" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Items_purchaseUnitPrice_limit" CHECK ("Items"."purchaseUnitPrice" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "Items_totalCost_limit" CHECK ("Items"."totalCost" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
ALTER TABLE "CursorStates" DROP CONSTRAINT "CursorStates_objectType_known";--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD COLUMN "itemCode" varchar(50);--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD COLUMN "discountRate" numeric(20, 10);--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD COLUMN "discountAmount" numeric(19, 4);--> statement-breakpoint
ALTER TABLE "Items" ADD CONSTRAINT "Items_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Items" ADD CONSTRAINT "Items_salesAccountId_within" FOREIGN KEY ("tenantId","salesAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Items" ADD CONSTRAINT "Items_purchaseAccountId_within" FOREIGN KEY ("tenantId","purchaseAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Items" ADD CONSTRAINT "Items_inventoryAccountId_within" FOREIGN KEY ("tenantId","inventoryAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Items" ADD CONSTRAINT "Items_costAccountId_within" FOREIGN KEY ("tenantId","costAccountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "Items_tenantId_code_index" ON "Items" USING btree ("tenantId","code","id");--> statement-breakpoint
CREATE INDEX "Items_tenantId_salesAccountId_index" ON "Items" USING btree ("tenantId","salesAccountId");--> statement-breakpoint
CREATE INDEX "Items_tenantId_purchaseAccountId_index" ON "Items" USING btree ("tenantId","purchaseAccountId");--> statement-breakpoint
CREATE INDEX "Items_tenantId_inventoryAccountId_index" ON "Items" USING btree ("tenantId","inventoryAccountId");--> statement-breakpoint
CREATE INDEX "Items_tenantId_costAccountId_index" ON "Items" USING btree ("tenantId","costAccountId");--> statement-breakpoint
ALTER TABLE "CursorStates" ADD CONSTRAINT "CursorStates_objectType_known" CHECK ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Items', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'BatchPayments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'));--> statement-breakpoint
ALTER TABLE "TransactionLines" ADD CONSTRAINT "TransactionLines_discountAmount_limit" CHECK ("TransactionLines"."discountAmount" between -99999999999999.9999 and 99999999999999.9999);