CREATE TABLE `IdempotencyKeys` (
	`id` text PRIMARY KEY NOT NULL,
	`apiKeyId` text NOT NULL,
	`operation` text(100) NOT NULL,
	`key` text(255) NOT NULL,
	`requestHash` text(64) NOT NULL,
	`tenantIds` text NOT NULL,
	`leaseUntil` integer NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`apiKeyId`) REFERENCES `ApiKeys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `IdempotencyKeys_expiresAt_index` ON `IdempotencyKeys` (`expiresAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `IdempotencyKeys_apiKeyId_operation_key_unique` ON `IdempotencyKeys` (`apiKeyId`,`operation`,`key`);