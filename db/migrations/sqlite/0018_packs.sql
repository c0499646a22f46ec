CREATE TABLE `PackParts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`packId` text NOT NULL,
	`reportId` text NOT NULL,
	`place` integer NOT NULL,
	`commentary` text NOT NULL,
	`notes` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`packId`) REFERENCES `Packs`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`reportId`) REFERENCES `Reports`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `PackParts_tenantId_packId_index` ON `PackParts` (`tenantId`,`packId`,`place`);--> statement-breakpoint
CREATE INDEX `PackParts_tenantId_reportId_index` ON `PackParts` (`tenantId`,`reportId`);--> statement-breakpoint
CREATE UNIQUE INDEX `PackParts_tenantId_id_unique` ON `PackParts` (`tenantId`,`id`);--> statement-breakpoint
CREATE TABLE `PackTemplates` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`name` text(255) NOT NULL,
	`cover` text NOT NULL,
	`choices` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `PackTemplates_userId_name_unique` ON `PackTemplates` (`userId`,`name`);--> statement-breakpoint
CREATE TABLE `Packs` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`status` text(50) DEFAULT 'draft' NOT NULL,
	`name` text(255) NOT NULL,
	`month` text(7) NOT NULL,
	`cover` text NOT NULL,
	`templateName` text(255) NOT NULL,
	`userId` text,
	`madeBy` text(255),
	`issuedById` text,
	`issuedBy` text(255),
	`issuedAt` integer,
	`contentHash` text(64),
	`supersedesId` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`issuedById`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`tenantId`,`supersedesId`) REFERENCES `Packs`(`tenantId`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "Packs_status_known" CHECK("Packs"."status" in ('draft', 'issued')),
	CONSTRAINT "Packs_issued_whole" CHECK("Packs"."status" = 'draft' or ("Packs"."contentHash" is not null and "Packs"."issuedAt" is not null))
);
--> statement-breakpoint
CREATE INDEX `Packs_tenantId_createdAt_index` ON `Packs` (`tenantId`,`createdAt`,`id`);--> statement-breakpoint
CREATE INDEX `Packs_tenantId_supersedesId_index` ON `Packs` (`tenantId`,`supersedesId`);--> statement-breakpoint
CREATE INDEX `Packs_userId_index` ON `Packs` (`userId`);--> statement-breakpoint
CREATE INDEX `Packs_issuedById_index` ON `Packs` (`issuedById`);--> statement-breakpoint
CREATE UNIQUE INDEX `Packs_tenantId_id_unique` ON `Packs` (`tenantId`,`id`);