CREATE TABLE `Attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`transactionId` text NOT NULL,
	`xeroId` text(255) NOT NULL,
	`fileName` text(255) NOT NULL,
	`mimeType` text(255),
	`size` integer,
	`includeOnline` integer DEFAULT false NOT NULL,
	`readAt` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenantId`,`transactionId`) REFERENCES `Transactions`(`tenantId`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `Attachments_tenantId_transactionId_index` ON `Attachments` (`tenantId`,`transactionId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Attachments_transactionId_xeroId_unique` ON `Attachments` (`transactionId`,`xeroId`);--> statement-breakpoint
CREATE UNIQUE INDEX `Attachments_tenantId_id_unique` ON `Attachments` (`tenantId`,`id`);--> statement-breakpoint
ALTER TABLE `Transactions` ADD `hasAttachments` integer DEFAULT false NOT NULL;