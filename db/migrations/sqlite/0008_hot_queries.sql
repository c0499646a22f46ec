DROP INDEX `Reports_tenantId_type_index`;--> statement-breakpoint
CREATE INDEX `Reports_tenantId_type_dataVersion_index` ON `Reports` (`tenantId`,`type`,`dataVersion`,`periodEnd`,`createdAt`);--> statement-breakpoint
CREATE INDEX `Reports_tenantId_createdAt_index` ON `Reports` (`tenantId`,`createdAt`,`id`);--> statement-breakpoint
CREATE INDEX `Allocations_tenantId_date_index` ON `Allocations` (`tenantId`,`date`,`targetXeroId`);--> statement-breakpoint
CREATE INDEX `Transactions_tenantId_status_isReconciled_index` ON `Transactions` (`tenantId`,`status`,`isReconciled`,`type`,`date`);