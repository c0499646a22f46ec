CREATE TABLE `AuditChains` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`headHash` text(64),
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `AuditLogs_tenantId_createdAt_index` ON `AuditLogs` (`tenantId`,`createdAt`,`id`);--> statement-breakpoint
CREATE INDEX `AuditLogs_organisationId_createdAt_index` ON `AuditLogs` (`organisationId`,`createdAt`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `AuditLogs_installation_sequence_unique` ON `AuditLogs` (`sequence`) WHERE "organisationId" is null;