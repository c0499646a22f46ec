CREATE TABLE "Events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"type" varchar(100) NOT NULL,
	"body" text NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Events_tenantId_id_unique" UNIQUE("tenantId","id")
);
--> statement-breakpoint
CREATE TABLE "WebhookDeliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"webhookId" uuid NOT NULL,
	"eventId" uuid NOT NULL,
	"status" varchar(50) DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lastAttemptAt" timestamp (3) with time zone,
	"nextAttemptAt" timestamp (3) with time zone,
	"deliveredAt" timestamp (3) with time zone,
	"responseStatus" integer,
	"responseBody" varchar(1000),
	"problem" varchar(255),
	"durationMs" integer,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "WebhookDeliveries_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "WebhookDeliveries_tenantId_eventId_webhookId_unique" UNIQUE("tenantId","eventId","webhookId"),
	CONSTRAINT "WebhookDeliveries_status_known" CHECK ("WebhookDeliveries"."status" in ('pending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "WebhookEvents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"webhookId" uuid NOT NULL,
	"event" varchar(100) NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "WebhookEvents_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "WebhookEvents_tenantId_webhookId_event_unique" UNIQUE("tenantId","webhookId","event")
);
--> statement-breakpoint
ALTER TABLE "Jobs" DROP CONSTRAINT "Jobs_type_known";--> statement-breakpoint
ALTER TABLE "Jobs" ADD COLUMN "lane" varchar(100);--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "description" varchar(255);--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "previousSecret" varchar(255);--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "previousSecretExpiresAt" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "headers" text;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "disabledReason" varchar(255);--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "failureCount" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "lastDeliveryAt" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "Webhooks" ADD COLUMN "removedAt" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "Events" ADD CONSTRAINT "Events_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "WebhookDeliveries" ADD CONSTRAINT "WebhookDeliveries_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "WebhookDeliveries" ADD CONSTRAINT "WebhookDeliveries_webhookId_within" FOREIGN KEY ("tenantId","webhookId") REFERENCES "public"."Webhooks"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "WebhookDeliveries" ADD CONSTRAINT "WebhookDeliveries_eventId_within" FOREIGN KEY ("tenantId","eventId") REFERENCES "public"."Events"("tenantId","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "WebhookEvents" ADD CONSTRAINT "WebhookEvents_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "WebhookEvents" ADD CONSTRAINT "WebhookEvents_webhookId_within" FOREIGN KEY ("tenantId","webhookId") REFERENCES "public"."Webhooks"("tenantId","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "Events_tenantId_createdAt_index" ON "Events" USING btree ("tenantId","createdAt");--> statement-breakpoint
CREATE INDEX "Events_createdAt_index" ON "Events" USING btree ("createdAt");--> statement-breakpoint
CREATE INDEX "WebhookDeliveries_tenantId_webhookId_id_index" ON "WebhookDeliveries" USING btree ("tenantId","webhookId","id");--> statement-breakpoint
CREATE INDEX "WebhookDeliveries_createdAt_index" ON "WebhookDeliveries" USING btree ("createdAt");--> statement-breakpoint
CREATE INDEX "WebhookEvents_tenantId_event_index" ON "WebhookEvents" USING btree ("tenantId","event");--> statement-breakpoint
ALTER TABLE "Jobs" ADD CONSTRAINT "Jobs_type_known" CHECK ("Jobs"."type" in ('sync', 'webhook'));