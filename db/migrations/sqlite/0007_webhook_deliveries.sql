CREATE TABLE `Events` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`type` text(100) NOT NULL,
	`body` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `Events_tenantId_createdAt_index` ON `Events` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Events_createdAt_index` ON `Events` (`createdAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `Events_tenantId_id_unique` ON `Events` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `WebhookDeliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`webhookId` text NOT NULL,
	`eventId` text NOT NULL,
	`status` text(50) DEFAULT 'pending' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lastAttemptAt` integer,
	`nextAttemptAt` integer,
	`deliveredAt` integer,
	`responseStatus` integer,
	`responseBody` text(1000),
	`problem` text(255),
	`durationMs` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`webhookId`) REFERENCES `Webhooks`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`eventId`) REFERENCES `Events`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "WebhookDeliveries_status_known" CHECK("WebhookDeliveries"."status" in ('pending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `WebhookDeliveries_tenantId_webhookId_id_index` ON `WebhookDeliveries` (`tenantId`,`webhookId`,`id`);--> statement-breakpoint
CREATE INDEX `WebhookDeliveries_createdAt_index` ON `WebhookDeliveries` (`createdAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `WebhookDeliveries_tenantId_id_unique` ON `WebhookDeliveries` (`tenantId`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `WebhookDeliveries_tenantId_eventId_webhookId_unique` ON `WebhookDeliveries` (`tenantId`,`eventId`,`webhookId`);--> statement-breakpoint
CREATE TABLE `WebhookEvents` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`webhookId` text NOT NULL,
	`event` text(100) NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`webhookId`) REFERENCES `Webhooks`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `WebhookEvents_tenantId_event_index` ON `WebhookEvents` (`tenantId`,`event`);--> statement-breakpoint
CREATE UNIQUE INDEX `WebhookEvents_tenantId_id_unique` ON `WebhookEvents` (`tenantId`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `WebhookEvents_tenantId_webhookId_event_unique` ON `WebhookEvents` (`tenantId`,`webhookId`,`event`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_Jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`userId` text,
	`type` text(50) NOT NULL,
	`status` text(50) DEFAULT 'queued' NOT NULL,
	`parameters` text NOT NULL,
	`lane` text(100),
	`progress` text,
	`error` text,
	`result` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leaseOwner` text(100),
	`leaseUntil` integer,
	`runAfter` integer,
	`cancelRequestedAt` integer,
	`startedAt` integer,
	`finishedAt` integer,
	`correlationId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "Jobs_type_known" CHECK("__new_Jobs"."type" in ('sync', 'webhook')),
	CONSTRAINT "Jobs_status_known" CHECK("__new_Jobs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
INSERT INTO `__new_Jobs`("id", "tenantId", "userId", "type", "status", "parameters", "lane", "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt") SELECT "id", "tenantId", "userId", "type", "status", "parameters", null, "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt" FROM `Jobs`;--> statement-breakpoint
DROP TABLE `Jobs`;--> statement-breakpoint
ALTER TABLE `__new_Jobs` RENAME TO `Jobs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_one_live_sync` ON `Jobs` (`tenantId`) WHERE "type" = 'sync' and "status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX `Jobs_status_runAfter_index` ON `Jobs` (`status`,`runAfter`);--> statement-breakpoint
CREATE INDEX `Jobs_tenantId_createdAt_index` ON `Jobs` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Jobs_userId_index` ON `Jobs` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_tenantId_id_unique` ON `Jobs` (`tenantId`,`id`);--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `description` text(255);--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `previousSecret` text(255);--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `previousSecretExpiresAt` integer;--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `headers` text;--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `disabledReason` text(255);--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `failureCount` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `lastDeliveryAt` integer;--> statement-breakpoint
ALTER TABLE `Webhooks` ADD `removedAt` integer;
--> statement-breakpoint
-- Answers are kept encrypted from now on; those of the last day that are not cannot be given again.
delete from "IdempotencyKeys";
