CREATE TABLE "AuditChains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"headHash" varchar(64),
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "AuditLogs_tenantId_createdAt_index" ON "AuditLogs" USING btree ("tenantId","createdAt","id");--> statement-breakpoint
CREATE INDEX "AuditLogs_organisationId_createdAt_index" ON "AuditLogs" USING btree ("organisationId","createdAt","id");--> statement-breakpoint
CREATE UNIQUE INDEX "AuditLogs_installation_sequence_unique" ON "AuditLogs" USING btree ("sequence") WHERE "organisationId" is null;