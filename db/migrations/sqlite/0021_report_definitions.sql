CREATE TABLE `ReportDefinitions` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`name` text(100) NOT NULL,
	`rows` text NOT NULL,
	`userId` text,
	`savedBy` text(255),
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `ReportDefinitions_userId_index` ON `ReportDefinitions` (`userId`);--> statement-breakpoint
CREATE UNIQUE INDEX `ReportDefinitions_tenantId_name_unique` ON `ReportDefinitions` (`tenantId`,`name`);