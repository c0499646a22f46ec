CREATE TABLE "AccountTags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"accountId" uuid NOT NULL,
	"tag" varchar(50),
	"activity" varchar(50),
	"userId" uuid,
	"chosenBy" varchar(255),
	"chosenAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "AccountTags_tenantId_accountId_unique" UNIQUE("tenantId","accountId"),
	CONSTRAINT "AccountTags_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "AccountTags_tag_known" CHECK ("AccountTags"."tag" in ('depreciation', 'interestExpense', 'interestIncome', 'incomeTax', 'fx', 'payroll', 'loan', 'owner', 'none')),
	CONSTRAINT "AccountTags_activity_known" CHECK ("AccountTags"."activity" in ('operating', 'investing', 'financing'))
);
--> statement-breakpoint
ALTER TABLE "AccountTags" ADD CONSTRAINT "AccountTags_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AccountTags" ADD CONSTRAINT "AccountTags_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AccountTags" ADD CONSTRAINT "AccountTags_accountId_within" FOREIGN KEY ("tenantId","accountId") REFERENCES "public"."Accounts"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "AccountTags_userId_index" ON "AccountTags" USING btree ("userId");