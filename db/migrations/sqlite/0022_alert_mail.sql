CREATE TABLE `AlertReaders` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`userId` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `AlertReaders_userId_index` ON `AlertReaders` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AlertReaders_tenantId_userId_unique` ON `AlertReaders` (`tenantId`,`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AlertReaders_tenantId_id_unique` ON `AlertReaders` (`tenantId`,`id`);--> statement-breakpoint
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
	CONSTRAINT "Jobs_type_known" CHECK("__new_Jobs"."type" in ('sync', 'webhook', 'mail')),
	CONSTRAINT "Jobs_status_known" CHECK("__new_Jobs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
INSERT INTO `__new_Jobs`("id", "tenantId", "userId", "type", "status", "parameters", "lane", "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt") SELECT "id", "tenantId", "userId", "type", "status", "parameters", "lane", "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt" FROM `Jobs`;--> statement-breakpoint
DROP TABLE `Jobs`;--> statement-breakpoint
ALTER TABLE `__new_Jobs` RENAME TO `Jobs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_one_live_sync` ON `Jobs` (`tenantId`) WHERE "type" = 'sync' and "status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX `Jobs_status_runAfter_index` ON `Jobs` (`status`,`runAfter`);--> statement-breakpoint
CREATE INDEX `Jobs_tenantId_createdAt_index` ON `Jobs` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Jobs_userId_index` ON `Jobs` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_tenantId_id_unique` ON `Jobs` (`tenantId`,`id`);