CREATE TABLE `Erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`askedById` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`askedById`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `Erasures_askedById_index` ON `Erasures` (`askedById`);