CREATE TABLE `AlertRules` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`kpi` text(100) NOT NULL,
	`side` text(50) NOT NULL,
	`threshold` integer NOT NULL,
	`band` integer NOT NULL,
	`userId` text,
	`setBy` text(255),
	`setAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "AlertRules_side_known" CHECK("AlertRules"."side" in ('above', 'below')),
	CONSTRAINT "AlertRules_threshold_limit" CHECK("AlertRules"."threshold" between -999999999999999999 and 999999999999999999),
	CONSTRAINT "AlertRules_band_limit" CHECK("AlertRules"."band" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `AlertRules_userId_index` ON `AlertRules` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `AlertRules_tenantId_kpi_side_unique` ON `AlertRules` (`tenantId`,`kpi`,`side`);--> statement-breakpoint
CREATE UNIQUE INDEX `AlertRules_tenantId_id_unique` ON `AlertRules` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `Alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`kind` text(50) NOT NULL,
	`watched` text(150),
	`facts` text NOT NULL,
	`raisedAt` integer NOT NULL,
	`endedAt` integer,
	`ending` text(50),
	`acknowledgedById` text,
	`acknowledgedBy` text(255),
	`acknowledgedAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`acknowledgedById`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "Alerts_kind_known" CHECK("Alerts"."kind" in ('figure', 'lockedChange')),
	CONSTRAINT "Alerts_ending_known" CHECK("Alerts"."ending" in ('figure', 'ruleChanged', 'ruleRemoved', 'acknowledged'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `Alerts_one_open` ON `Alerts` (`tenantId`,`watched`) WHERE "endedAt" is null and "watched" is not null;--> statement-breakpoint
CREATE INDEX `Alerts_tenantId_endedAt_index` ON `Alerts` (`tenantId`,`endedAt`,`id`);--> statement-breakpoint
CREATE INDEX `Alerts_acknowledgedById_index` ON `Alerts` (`acknowledgedById`);--> statement-breakpoint
CREATE UNIQUE INDEX `Alerts_tenantId_id_unique` ON `Alerts` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `KpiTargets` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`kpi` text(100) NOT NULL,
	`value` integer,
	`userId` text,
	`setBy` text(255),
	`setAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "KpiTargets_value_limit" CHECK("KpiTargets"."value" between -999999999999999999 and 999999999999999999)
);
--> statement-breakpoint
CREATE INDEX `KpiTargets_userId_index` ON `KpiTargets` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `KpiTargets_tenantId_kpi_unique` ON `KpiTargets` (`tenantId`,`kpi`);--> statement-breakpoint
CREATE UNIQUE INDEX `KpiTargets_tenantId_id_unique` ON `KpiTargets` (`tenantId`,`id`);--> statement-breakpoint
ALTER TABLE `XeroTenants` ADD `watchedLockDate` text;