ALTER TABLE `Reports` ADD `inputsHash` text(64);--> statement-breakpoint
CREATE INDEX `Reports_tenantId_inputsHash_index` ON `Reports` (`tenantId`,`inputsHash`);