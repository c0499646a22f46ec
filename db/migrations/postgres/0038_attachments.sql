CREATE TABLE "Attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"transactionId" uuid NOT NULL,
	"xeroId" varchar(255) NOT NULL,
	"fileName" varchar(255) NOT NULL,
	"mimeType" varchar(255),
	"size" integer,
	"includeOnline" boolean DEFAULT false NOT NULL,
	"readAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Attachments_transactionId_xeroId_unique" UNIQUE("transactionId","xeroId"),
	CONSTRAINT "Attachments_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
ALTER TABLE "Transactions" ADD COLUMN "hasAttachments" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "Attachments" ADD CONSTRAINT "Attachments_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Attachments" ADD CONSTRAINT "Attachments_transactionId_within" FOREIGN KEY ("tenantId","transactionId") REFERENCES "public"."Transactions"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "Attachments_tenantId_transactionId_index" ON "Attachments" USING btree ("tenantId","transactionId");