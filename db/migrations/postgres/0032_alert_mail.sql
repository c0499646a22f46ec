CREATE TABLE "AlertReaders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"userId" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "AlertReaders_tenantId_userId_unique" UNIQUE("tenantId","userId"),
	CONSTRAINT "AlertReaders_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
ALTER TABLE "Jobs" DROP CONSTRAINT "Jobs_type_known";--> statement-breakpoint
ALTER TABLE "AlertReaders" ADD CONSTRAINT "AlertReaders_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AlertReaders" ADD CONSTRAINT "AlertReaders_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "AlertReaders_userId_index" ON "AlertReaders" USING btree ("userId");--> statement-breakpoint
ALTER TABLE "Jobs" ADD CONSTRAINT "Jobs_type_known" CHECK ("Jobs"."type" in ('sync', 'webhook', 'mail'));