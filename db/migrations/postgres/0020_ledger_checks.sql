CREATE TABLE "LedgerChecks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"invariant" varchar(50) NOT NULL,
	"basis" varchar(50) NOT NULL,
	"holds" boolean NOT NULL,
	"asAt" date NOT NULL,
	"one" varchar(60) NOT NULL,
	"other" varchar(60) NOT NULL,
	"allowed" varchar(60) NOT NULL,
	"checkedAt" timestamp (3) with time zone NOT NULL,
	"ledgerSequence" integer NOT NULL,
	"dataVersion" integer NOT NULL,
	CONSTRAINT "LedgerChecks_invariant_unique" UNIQUE("tenantId","invariant","basis"),
	CONSTRAINT "LedgerChecks_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "LedgerChecks_invariant_known" CHECK ("LedgerChecks"."invariant" in ('debitsEqualCredits', 'netAssetsEqualEquity', 'profitIsCurrentYearEarnings', 'cashFlowIsChangeInBank', 'receivablesEqualControl', 'payablesEqualControl')),
	CONSTRAINT "LedgerChecks_basis_known" CHECK ("LedgerChecks"."basis" in ('accrual', 'cash'))
);
--> statement-breakpoint
ALTER TABLE "LedgerChecks" ADD CONSTRAINT "LedgerChecks_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;