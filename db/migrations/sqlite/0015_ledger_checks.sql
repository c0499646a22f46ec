CREATE TABLE `LedgerChecks` (
	`id` text PRIMARY KEY NOT NULL,
	`tenantId` text NOT NULL,
	`invariant` text(50) NOT NULL,
	`basis` text(50) NOT NULL,
	`holds` integer NOT NULL,
	`asAt` text NOT NULL,
	`one` text(60) NOT NULL,
	`other` text(60) NOT NULL,
	`allowed` text(60) NOT NULL,
	`checkedAt` integer NOT NULL,
	`ledgerSequence` integer NOT NULL,
	`dataVersion` integer NOT NULL,
	FOREIGN KEY (`tenantId`) REFERENCES `XeroTenants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "LedgerChecks_invariant_known" CHECK("LedgerChecks"."invariant" in ('debitsEqualCredits', 'netAssetsEqualEquity', 'profitIsCurrentYearEarnings', 'cashFlowIsChangeInBank', 'receivablesEqualControl', 'payablesEqualControl')),
	CONSTRAINT "LedgerChecks_basis_known" CHECK("LedgerChecks"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `LedgerChecks_invariant_unique` ON `LedgerChecks` (`tenantId`,`invariant`,`basis`);--> statement-breakpoint
CREATE UNIQUE INDEX `LedgerChecks_tenantId_id_unique` ON `LedgerChecks` (`tenantId`,`id`);