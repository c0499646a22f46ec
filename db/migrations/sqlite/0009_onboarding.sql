CREATE TABLE `Invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`tokenHash` text(64) NOT NULL,
	`role` text(50) NOT NULL,
	`tenantIds` text NOT NULL,
	`email` text(255),
	`expiresAt` integer NOT NULL,
	`withdrawnAt` integer,
	`acceptedAt` integer,
	`acceptedById` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`acceptedById`) REFERENCES `Users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "Invitations_role_known" CHECK("Invitations"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly'))
);
--> statement-breakpoint
CREATE INDEX `Invitations_userId_index` ON `Invitations` (`userId`);--> statement-breakpoint
CREATE INDEX `Invitations_acceptedById_index` ON `Invitations` (`acceptedById`);--> statement-breakpoint
CREATE INDEX `Invitations_createdAt_index` ON `Invitations` (`createdAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `Invitations_tokenHash_unique` ON `Invitations` (`tokenHash`);--> statement-breakpoint
ALTER TABLE `UserTenants` ADD `hidesFirstSteps` integer DEFAULT false NOT NULL;