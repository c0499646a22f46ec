CREATE TABLE "ReportDefinitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"name" varchar(100) NOT NULL,
	"rows" jsonb NOT NULL,
	"userId" uuid,
	"savedBy" varchar(255),
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ReportDefinitions_tenantId_name_unique" UNIQUE("tenantId","name")
);
--> statement-breakpoint
ALTER TABLE "ReportDefinitions" ADD CONSTRAINT "ReportDefinitions_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ReportDefinitions" ADD CONSTRAINT "ReportDefinitions_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ReportDefinitions_userId_index" ON "ReportDefinitions" USING btree ("userId");