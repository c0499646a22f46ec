drop policy "Users_scope" on "Users";
--> statement-breakpoint
alter table "Users" no force row level security;
--> statement-breakpoint
alter table "Users" disable row level security;
--> statement-breakpoint
revoke all on "Users" from daybook_app;
--> statement-breakpoint
drop policy "Sessions_scope" on "Sessions";
--> statement-breakpoint
alter table "Sessions" no force row level security;
--> statement-breakpoint
alter table "Sessions" disable row level security;
--> statement-breakpoint
revoke all on "Sessions" from daybook_app;
--> statement-breakpoint
drop policy "SignInLinks_scope" on "SignInLinks";
--> statement-breakpoint
alter table "SignInLinks" no force row level security;
--> statement-breakpoint
alter table "SignInLinks" disable row level security;
--> statement-breakpoint
revoke all on "SignInLinks" from daybook_app;
--> statement-breakpoint
drop policy "RateLimits_scope" on "RateLimits";
--> statement-breakpoint
alter table "RateLimits" no force row level security;
--> statement-breakpoint
alter table "RateLimits" disable row level security;
--> statement-breakpoint
revoke all on "RateLimits" from daybook_app;
--> statement-breakpoint
drop policy "XeroTokens_scope" on "XeroTokens";
--> statement-breakpoint
alter table "XeroTokens" no force row level security;
--> statement-breakpoint
alter table "XeroTokens" disable row level security;
--> statement-breakpoint
revoke all on "XeroTokens" from daybook_app;
--> statement-breakpoint
drop policy "OAuthFlows_scope" on "OAuthFlows";
--> statement-breakpoint
alter table "OAuthFlows" no force row level security;
--> statement-breakpoint
alter table "OAuthFlows" disable row level security;
--> statement-breakpoint
revoke all on "OAuthFlows" from daybook_app;
--> statement-breakpoint
drop policy "ApiKeys_scope" on "ApiKeys";
--> statement-breakpoint
alter table "ApiKeys" no force row level security;
--> statement-breakpoint
alter table "ApiKeys" disable row level security;
--> statement-breakpoint
revoke all on "ApiKeys" from daybook_app;
--> statement-breakpoint
drop policy "Workers_scope" on "Workers";
--> statement-breakpoint
alter table "Workers" no force row level security;
--> statement-breakpoint
alter table "Workers" disable row level security;
--> statement-breakpoint
revoke all on "Workers" from daybook_app;
--> statement-breakpoint
drop policy "XeroTenants_scope" on "XeroTenants";
--> statement-breakpoint
alter table "XeroTenants" no force row level security;
--> statement-breakpoint
alter table "XeroTenants" disable row level security;
--> statement-breakpoint
revoke all on "XeroTenants" from daybook_app;
--> statement-breakpoint
drop policy "UserTenants_scope" on "UserTenants";
--> statement-breakpoint
alter table "UserTenants" no force row level security;
--> statement-breakpoint
alter table "UserTenants" disable row level security;
--> statement-breakpoint
revoke all on "UserTenants" from daybook_app;
--> statement-breakpoint
drop policy "XeroConnections_scope" on "XeroConnections";
--> statement-breakpoint
alter table "XeroConnections" no force row level security;
--> statement-breakpoint
alter table "XeroConnections" disable row level security;
--> statement-breakpoint
revoke all on "XeroConnections" from daybook_app;
--> statement-breakpoint
drop policy "Jobs_scope" on "Jobs";
--> statement-breakpoint
alter table "Jobs" no force row level security;
--> statement-breakpoint
alter table "Jobs" disable row level security;
--> statement-breakpoint
revoke all on "Jobs" from daybook_app;
--> statement-breakpoint
drop policy "CursorStates_scope" on "CursorStates";
--> statement-breakpoint
alter table "CursorStates" no force row level security;
--> statement-breakpoint
alter table "CursorStates" disable row level security;
--> statement-breakpoint
revoke all on "CursorStates" from daybook_app;
--> statement-breakpoint
drop policy "XeroApiLogs_scope" on "XeroApiLogs";
--> statement-breakpoint
alter table "XeroApiLogs" no force row level security;
--> statement-breakpoint
alter table "XeroApiLogs" disable row level security;
--> statement-breakpoint
revoke all on "XeroApiLogs" from daybook_app;
--> statement-breakpoint
drop policy "AuditLogs_scope" on "AuditLogs";
--> statement-breakpoint
alter table "AuditLogs" no force row level security;
--> statement-breakpoint
alter table "AuditLogs" disable row level security;
--> statement-breakpoint
revoke all on "AuditLogs" from daybook_app;
--> statement-breakpoint
drop policy "Accounts_scope" on "Accounts";
--> statement-breakpoint
alter table "Accounts" no force row level security;
--> statement-breakpoint
alter table "Accounts" disable row level security;
--> statement-breakpoint
revoke all on "Accounts" from daybook_app;
--> statement-breakpoint
drop policy "Contacts_scope" on "Contacts";
--> statement-breakpoint
alter table "Contacts" no force row level security;
--> statement-breakpoint
alter table "Contacts" disable row level security;
--> statement-breakpoint
revoke all on "Contacts" from daybook_app;
--> statement-breakpoint
drop policy "TaxRates_scope" on "TaxRates";
--> statement-breakpoint
alter table "TaxRates" no force row level security;
--> statement-breakpoint
alter table "TaxRates" disable row level security;
--> statement-breakpoint
revoke all on "TaxRates" from daybook_app;
--> statement-breakpoint
drop policy "TaxComponents_scope" on "TaxComponents";
--> statement-breakpoint
alter table "TaxComponents" no force row level security;
--> statement-breakpoint
alter table "TaxComponents" disable row level security;
--> statement-breakpoint
revoke all on "TaxComponents" from daybook_app;
--> statement-breakpoint
drop policy "TrackingCategories_scope" on "TrackingCategories";
--> statement-breakpoint
alter table "TrackingCategories" no force row level security;
--> statement-breakpoint
alter table "TrackingCategories" disable row level security;
--> statement-breakpoint
revoke all on "TrackingCategories" from daybook_app;
--> statement-breakpoint
drop policy "TrackingOptions_scope" on "TrackingOptions";
--> statement-breakpoint
alter table "TrackingOptions" no force row level security;
--> statement-breakpoint
alter table "TrackingOptions" disable row level security;
--> statement-breakpoint
revoke all on "TrackingOptions" from daybook_app;
--> statement-breakpoint
drop policy "TrackingSets_scope" on "TrackingSets";
--> statement-breakpoint
alter table "TrackingSets" no force row level security;
--> statement-breakpoint
alter table "TrackingSets" disable row level security;
--> statement-breakpoint
revoke all on "TrackingSets" from daybook_app;
--> statement-breakpoint
drop policy "TrackingSetOptions_scope" on "TrackingSetOptions";
--> statement-breakpoint
alter table "TrackingSetOptions" no force row level security;
--> statement-breakpoint
alter table "TrackingSetOptions" disable row level security;
--> statement-breakpoint
revoke all on "TrackingSetOptions" from daybook_app;
--> statement-breakpoint
drop policy "Transactions_scope" on "Transactions";
--> statement-breakpoint
alter table "Transactions" no force row level security;
--> statement-breakpoint
alter table "Transactions" disable row level security;
--> statement-breakpoint
revoke all on "Transactions" from daybook_app;
--> statement-breakpoint
drop policy "TransactionLines_scope" on "TransactionLines";
--> statement-breakpoint
alter table "TransactionLines" no force row level security;
--> statement-breakpoint
alter table "TransactionLines" disable row level security;
--> statement-breakpoint
revoke all on "TransactionLines" from daybook_app;
--> statement-breakpoint
drop policy "Allocations_scope" on "Allocations";
--> statement-breakpoint
alter table "Allocations" no force row level security;
--> statement-breakpoint
alter table "Allocations" disable row level security;
--> statement-breakpoint
revoke all on "Allocations" from daybook_app;
--> statement-breakpoint
drop policy "ManualJournals_scope" on "ManualJournals";
--> statement-breakpoint
alter table "ManualJournals" no force row level security;
--> statement-breakpoint
alter table "ManualJournals" disable row level security;
--> statement-breakpoint
revoke all on "ManualJournals" from daybook_app;
--> statement-breakpoint
drop policy "ManualJournalLines_scope" on "ManualJournalLines";
--> statement-breakpoint
alter table "ManualJournalLines" no force row level security;
--> statement-breakpoint
alter table "ManualJournalLines" disable row level security;
--> statement-breakpoint
revoke all on "ManualJournalLines" from daybook_app;
--> statement-breakpoint
drop policy "JournalEntries_scope" on "JournalEntries";
--> statement-breakpoint
alter table "JournalEntries" no force row level security;
--> statement-breakpoint
alter table "JournalEntries" disable row level security;
--> statement-breakpoint
revoke all on "JournalEntries" from daybook_app;
--> statement-breakpoint
drop policy "JournalLines_scope" on "JournalLines";
--> statement-breakpoint
alter table "JournalLines" no force row level security;
--> statement-breakpoint
alter table "JournalLines" disable row level security;
--> statement-breakpoint
revoke all on "JournalLines" from daybook_app;
--> statement-breakpoint
drop policy "AccountBalances_scope" on "AccountBalances";
--> statement-breakpoint
alter table "AccountBalances" no force row level security;
--> statement-breakpoint
alter table "AccountBalances" disable row level security;
--> statement-breakpoint
revoke all on "AccountBalances" from daybook_app;
--> statement-breakpoint
drop policy "XeroTrialBalances_scope" on "XeroTrialBalances";
--> statement-breakpoint
alter table "XeroTrialBalances" no force row level security;
--> statement-breakpoint
alter table "XeroTrialBalances" disable row level security;
--> statement-breakpoint
revoke all on "XeroTrialBalances" from daybook_app;
--> statement-breakpoint
drop policy "Reports_scope" on "Reports";
--> statement-breakpoint
alter table "Reports" no force row level security;
--> statement-breakpoint
alter table "Reports" disable row level security;
--> statement-breakpoint
revoke all on "Reports" from daybook_app;
--> statement-breakpoint
drop policy "CategoryRules_scope" on "CategoryRules";
--> statement-breakpoint
alter table "CategoryRules" no force row level security;
--> statement-breakpoint
alter table "CategoryRules" disable row level security;
--> statement-breakpoint
revoke all on "CategoryRules" from daybook_app;
--> statement-breakpoint
drop policy "Webhooks_scope" on "Webhooks";
--> statement-breakpoint
alter table "Webhooks" no force row level security;
--> statement-breakpoint
alter table "Webhooks" disable row level security;
--> statement-breakpoint
revoke all on "Webhooks" from daybook_app;
--> statement-breakpoint
revoke all on "DaybookMigrations" from daybook_app;
