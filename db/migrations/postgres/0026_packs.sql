CREATE TABLE "PackParts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"packId" uuid NOT NULL,
	"reportId" uuid NOT NULL,
	"place" integer NOT NULL,
	"commentary" text NOT NULL,
	"notes" jsonb NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "PackParts_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "PackTemplates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"name" varchar(255) NOT NULL,
	"cover" text NOT NULL,
	"choices" jsonb NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "PackTemplates_userId_name_unique" UNIQUE("userId","name")
);
--> statement-breakpoint
CREATE TABLE "Packs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"status" varchar(50) DEFAULT 'draft' NOT NULL,
	"name" varchar(255) NOT NULL,
	"month" varchar(7) NOT NULL,
	"cover" text NOT NULL,
	"templateName" varchar(255) NOT NULL,
	"userId" uuid,
	"madeBy" varchar(255),
	"issuedById" uuid,
	"issuedBy" varchar(255),
	"issuedAt" timestamp (3) with time zone,
	"contentHash" varchar(64),
	"supersedesId" uuid,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Packs_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Packs_status_known" CHECK ("Packs"."status" in ('draft', 'issued')),
	CONSTRAINT "Packs_issued_whole" CHECK ("Packs"."status" = 'draft' or ("Packs"."contentHash" is not null and "Packs"."issuedAt" is not null))
);
--> statement-breakpoint
ALTER TABLE "PackParts" ADD CONSTRAINT "PackParts_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "PackParts" ADD CONSTRAINT "PackParts_packId_within" FOREIGN KEY ("tenantId","packId") REFERENCES "public"."Packs"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "PackParts" ADD CONSTRAINT "PackParts_reportId_within" FOREIGN KEY ("tenantId","reportId") REFERENCES "public"."Reports"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "PackTemplates" ADD CONSTRAINT "PackTemplates_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Packs" ADD CONSTRAINT "Packs_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Packs" ADD CONSTRAINT "Packs_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Packs" ADD CONSTRAINT "Packs_issuedById_Users_id_fk" FOREIGN KEY ("issuedById") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Packs" ADD CONSTRAINT "Packs_supersedesId_within" FOREIGN KEY ("tenantId","supersedesId") REFERENCES "public"."Packs"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "PackParts_tenantId_packId_index" ON "PackParts" USING btree ("tenantId","packId","place");--> statement-breakpoint
CREATE INDEX "PackParts_tenantId_reportId_index" ON "PackParts" USING btree ("tenantId","reportId");--> statement-breakpoint
CREATE INDEX "Packs_tenantId_createdAt_index" ON "Packs" USING btree ("tenantId","createdAt","id");--> statement-breakpoint
CREATE INDEX "Packs_tenantId_supersedesId_index" ON "Packs" USING btree ("tenantId","supersedesId");--> statement-breakpoint
CREATE INDEX "Packs_userId_index" ON "Packs" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "Packs_issuedById_index" ON "Packs" USING btree ("issuedById");