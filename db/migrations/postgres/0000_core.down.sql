drop table "AccountBalances" cascade;
--> statement-breakpoint
drop table "Accounts" cascade;
--> statement-breakpoint
drop table "Allocations" cascade;
--> statement-breakpoint
drop table "ApiKeys" cascade;
--> statement-breakpoint
drop table "AuditLogs" cascade;
--> statement-breakpoint
drop table "CategoryRules" cascade;
--> statement-breakpoint
drop table "Contacts" cascade;
--> statement-breakpoint
drop table "CursorStates" cascade;
--> statement-breakpoint
drop table "Jobs" cascade;
--> statement-breakpoint
drop table "JournalEntries" cascade;
--> statement-breakpoint
drop table "JournalLines" cascade;
--> statement-breakpoint
drop table "ManualJournalLines" cascade;
--> statement-breakpoint
drop table "ManualJournals" cascade;
--> statement-breakpoint
drop table "OAuthFlows" cascade;
--> statement-breakpoint
drop table "RateLimits" cascade;
--> statement-breakpoint
drop table "Reports" cascade;
--> statement-breakpoint
drop table "Sessions" cascade;
--> statement-breakpoint
drop table "SignInLinks" cascade;
--> statement-breakpoint
drop table "TaxComponents" cascade;
--> statement-breakpoint
drop table "TaxRates" cascade;
--> statement-breakpoint
drop table "TrackingCategories" cascade;
--> statement-breakpoint
drop table "TrackingOptions" cascade;
--> statement-breakpoint
drop table "TrackingSetOptions" cascade;
--> statement-breakpoint
drop table "TrackingSets" cascade;
--> statement-breakpoint
drop table "TransactionLines" cascade;
--> statement-breakpoint
drop table "Transactions" cascade;
--> statement-breakpoint
drop table "UserTenants" cascade;
--> statement-breakpoint
drop table "Users" cascade;
--> statement-breakpoint
drop table "Webhooks" cascade;
--> statement-breakpoint
drop table "Workers" cascade;
--> statement-breakpoint
drop table "XeroApiLogs" cascade;
--> statement-breakpoint
drop table "XeroConnections" cascade;
--> statement-breakpoint
drop table "XeroTenants" cascade;
--> statement-breakpoint
drop table "XeroTokens" cascade;
--> statement-breakpoint
drop table "XeroTrialBalances" cascade;
