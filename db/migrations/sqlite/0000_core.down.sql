drop table "AccountBalances";
--> statement-breakpoint
drop table "Accounts";
--> statement-breakpoint
drop table "Allocations";
--> statement-breakpoint
drop table "ApiKeys";
--> statement-breakpoint
drop table "AuditLogs";
--> statement-breakpoint
drop table "CategoryRules";
--> statement-breakpoint
drop table "Contacts";
--> statement-breakpoint
drop table "CursorStates";
--> statement-breakpoint
drop table "Jobs";
--> statement-breakpoint
drop table "JournalEntries";
--> statement-breakpoint
drop table "JournalLines";
--> statement-breakpoint
drop table "ManualJournalLines";
--> statement-breakpoint
drop table "ManualJournals";
--> statement-breakpoint
drop table "OAuthFlows";
--> statement-breakpoint
drop table "RateLimits";
--> statement-breakpoint
drop table "Reports";
--> statement-breakpoint
drop table "Sessions";
--> statement-breakpoint
drop table "SignInLinks";
--> statement-breakpoint
drop table "TaxComponents";
--> statement-breakpoint
drop table "TaxRates";
--> statement-breakpoint
drop table "TrackingCategories";
--> statement-breakpoint
drop table "TrackingOptions";
--> statement-breakpoint
drop table "TrackingSetOptions";
--> statement-breakpoint
drop table "TrackingSets";
--> statement-breakpoint
drop table "TransactionLines";
--> statement-breakpoint
drop table "Transactions";
--> statement-breakpoint
drop table "UserTenants";
--> statement-breakpoint
drop table "Users";
--> statement-breakpoint
drop table "Webhooks";
--> statement-breakpoint
drop table "Workers";
--> statement-breakpoint
drop table "XeroApiLogs";
--> statement-breakpoint
drop table "XeroConnections";
--> statement-breakpoint
drop table "XeroTenants";
--> statement-breakpoint
drop table "XeroTokens";
--> statement-breakpoint
drop table "XeroTrialBalances";
