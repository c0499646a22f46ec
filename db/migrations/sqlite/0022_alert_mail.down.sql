drop table "AlertReaders";
--> statement-breakpoint
CREATE TABLE `__old_Jobs` (
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
	CONSTRAINT "Jobs_type_known" CHECK("__old_Jobs"."type" in ('sync', 'webhook')),
	CONSTRAINT "Jobs_status_known" CHECK("__old_Jobs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
insert into `__old_Jobs`("id", "tenantId", "userId", "type", "status", "parameters", "lane", "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt") select "id", "tenantId", "userId", "type", "status", "parameters", "lane", "progress", "error", "result", "attempts", "leaseOwner", "leaseUntil", "runAfter", "cancelRequestedAt", "startedAt", "finishedAt", "correlationId", "createdAt", "updatedAt" from `Jobs` where "type" <> 'mail';
--> statement-breakpoint
drop table `Jobs`;
--> statement-breakpoint
alter table `__old_Jobs` rename to `Jobs`;
--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_one_live_sync` ON `Jobs` (`tenantId`) WHERE "type" = 'sync' and "status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX `Jobs_status_runAfter_index` ON `Jobs` (`status`,`runAfter`);--> statement-breakpoint
CREATE INDEX `Jobs_tenantId_createdAt_index` ON `Jobs` (`tenantId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Jobs_userId_index` ON `Jobs` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Jobs_tenantId_id_unique` ON `Jobs` (`tenantId`,`id`);
