-- Row-level security: the app connects as daybook_app, which owns nothing and bypasses nothing, and sees the rows of the organisations
-- that its transaction names; the system tables also open to the system doors.
do $$ begin
  if not exists (select from pg_roles where rolname = 'daybook_app') then create role daybook_app nologin nosuperuser nobypassrls; end if;
end $$;
--> statement-breakpoint
do $$ begin if not pg_has_role(current_user, 'daybook_app', 'member') then execute format('grant daybook_app to %I', current_user); end if; end $$;
--> statement-breakpoint
do $$ begin execute format('grant usage on schema %I to daybook_app', current_schema()); end $$;
--> statement-breakpoint
grant select on "DaybookMigrations" to daybook_app;
--> statement-breakpoint
grant select, insert, update, delete on "Users" to daybook_app;
--> statement-breakpoint
alter table "Users" enable row level security;
--> statement-breakpoint
alter table "Users" force row level security;
--> statement-breakpoint
create policy "Users_scope" on "Users" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Sessions" to daybook_app;
--> statement-breakpoint
alter table "Sessions" enable row level security;
--> statement-breakpoint
alter table "Sessions" force row level security;
--> statement-breakpoint
create policy "Sessions_scope" on "Sessions" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "SignInLinks" to daybook_app;
--> statement-breakpoint
alter table "SignInLinks" enable row level security;
--> statement-breakpoint
alter table "SignInLinks" force row level security;
--> statement-breakpoint
create policy "SignInLinks_scope" on "SignInLinks" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "RateLimits" to daybook_app;
--> statement-breakpoint
alter table "RateLimits" enable row level security;
--> statement-breakpoint
alter table "RateLimits" force row level security;
--> statement-breakpoint
create policy "RateLimits_scope" on "RateLimits" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "XeroTokens" to daybook_app;
--> statement-breakpoint
alter table "XeroTokens" enable row level security;
--> statement-breakpoint
alter table "XeroTokens" force row level security;
--> statement-breakpoint
create policy "XeroTokens_scope" on "XeroTokens" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "OAuthFlows" to daybook_app;
--> statement-breakpoint
alter table "OAuthFlows" enable row level security;
--> statement-breakpoint
alter table "OAuthFlows" force row level security;
--> statement-breakpoint
create policy "OAuthFlows_scope" on "OAuthFlows" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "ApiKeys" to daybook_app;
--> statement-breakpoint
alter table "ApiKeys" enable row level security;
--> statement-breakpoint
alter table "ApiKeys" force row level security;
--> statement-breakpoint
create policy "ApiKeys_scope" on "ApiKeys" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Workers" to daybook_app;
--> statement-breakpoint
alter table "Workers" enable row level security;
--> statement-breakpoint
alter table "Workers" force row level security;
--> statement-breakpoint
create policy "Workers_scope" on "Workers" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "XeroTenants" to daybook_app;
--> statement-breakpoint
alter table "XeroTenants" enable row level security;
--> statement-breakpoint
alter table "XeroTenants" force row level security;
--> statement-breakpoint
create policy "XeroTenants_scope" on "XeroTenants" using ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "UserTenants" to daybook_app;
--> statement-breakpoint
alter table "UserTenants" enable row level security;
--> statement-breakpoint
alter table "UserTenants" force row level security;
--> statement-breakpoint
create policy "UserTenants_scope" on "UserTenants" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "XeroConnections" to daybook_app;
--> statement-breakpoint
alter table "XeroConnections" enable row level security;
--> statement-breakpoint
alter table "XeroConnections" force row level security;
--> statement-breakpoint
create policy "XeroConnections_scope" on "XeroConnections" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Jobs" to daybook_app;
--> statement-breakpoint
alter table "Jobs" enable row level security;
--> statement-breakpoint
alter table "Jobs" force row level security;
--> statement-breakpoint
create policy "Jobs_scope" on "Jobs" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "CursorStates" to daybook_app;
--> statement-breakpoint
alter table "CursorStates" enable row level security;
--> statement-breakpoint
alter table "CursorStates" force row level security;
--> statement-breakpoint
create policy "CursorStates_scope" on "CursorStates" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "XeroApiLogs" to daybook_app;
--> statement-breakpoint
alter table "XeroApiLogs" enable row level security;
--> statement-breakpoint
alter table "XeroApiLogs" force row level security;
--> statement-breakpoint
create policy "XeroApiLogs_scope" on "XeroApiLogs" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "AuditLogs" to daybook_app;
--> statement-breakpoint
alter table "AuditLogs" enable row level security;
--> statement-breakpoint
alter table "AuditLogs" force row level security;
--> statement-breakpoint
create policy "AuditLogs_scope" on "AuditLogs" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Accounts" to daybook_app;
--> statement-breakpoint
alter table "Accounts" enable row level security;
--> statement-breakpoint
alter table "Accounts" force row level security;
--> statement-breakpoint
create policy "Accounts_scope" on "Accounts" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Contacts" to daybook_app;
--> statement-breakpoint
alter table "Contacts" enable row level security;
--> statement-breakpoint
alter table "Contacts" force row level security;
--> statement-breakpoint
create policy "Contacts_scope" on "Contacts" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TaxRates" to daybook_app;
--> statement-breakpoint
alter table "TaxRates" enable row level security;
--> statement-breakpoint
alter table "TaxRates" force row level security;
--> statement-breakpoint
create policy "TaxRates_scope" on "TaxRates" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TaxComponents" to daybook_app;
--> statement-breakpoint
alter table "TaxComponents" enable row level security;
--> statement-breakpoint
alter table "TaxComponents" force row level security;
--> statement-breakpoint
create policy "TaxComponents_scope" on "TaxComponents" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TrackingCategories" to daybook_app;
--> statement-breakpoint
alter table "TrackingCategories" enable row level security;
--> statement-breakpoint
alter table "TrackingCategories" force row level security;
--> statement-breakpoint
create policy "TrackingCategories_scope" on "TrackingCategories" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TrackingOptions" to daybook_app;
--> statement-breakpoint
alter table "TrackingOptions" enable row level security;
--> statement-breakpoint
alter table "TrackingOptions" force row level security;
--> statement-breakpoint
create policy "TrackingOptions_scope" on "TrackingOptions" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TrackingSets" to daybook_app;
--> statement-breakpoint
alter table "TrackingSets" enable row level security;
--> statement-breakpoint
alter table "TrackingSets" force row level security;
--> statement-breakpoint
create policy "TrackingSets_scope" on "TrackingSets" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TrackingSetOptions" to daybook_app;
--> statement-breakpoint
alter table "TrackingSetOptions" enable row level security;
--> statement-breakpoint
alter table "TrackingSetOptions" force row level security;
--> statement-breakpoint
create policy "TrackingSetOptions_scope" on "TrackingSetOptions" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Transactions" to daybook_app;
--> statement-breakpoint
alter table "Transactions" enable row level security;
--> statement-breakpoint
alter table "Transactions" force row level security;
--> statement-breakpoint
create policy "Transactions_scope" on "Transactions" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "TransactionLines" to daybook_app;
--> statement-breakpoint
alter table "TransactionLines" enable row level security;
--> statement-breakpoint
alter table "TransactionLines" force row level security;
--> statement-breakpoint
create policy "TransactionLines_scope" on "TransactionLines" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Allocations" to daybook_app;
--> statement-breakpoint
alter table "Allocations" enable row level security;
--> statement-breakpoint
alter table "Allocations" force row level security;
--> statement-breakpoint
create policy "Allocations_scope" on "Allocations" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "ManualJournals" to daybook_app;
--> statement-breakpoint
alter table "ManualJournals" enable row level security;
--> statement-breakpoint
alter table "ManualJournals" force row level security;
--> statement-breakpoint
create policy "ManualJournals_scope" on "ManualJournals" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "ManualJournalLines" to daybook_app;
--> statement-breakpoint
alter table "ManualJournalLines" enable row level security;
--> statement-breakpoint
alter table "ManualJournalLines" force row level security;
--> statement-breakpoint
create policy "ManualJournalLines_scope" on "ManualJournalLines" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "JournalEntries" to daybook_app;
--> statement-breakpoint
alter table "JournalEntries" enable row level security;
--> statement-breakpoint
alter table "JournalEntries" force row level security;
--> statement-breakpoint
create policy "JournalEntries_scope" on "JournalEntries" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "JournalLines" to daybook_app;
--> statement-breakpoint
alter table "JournalLines" enable row level security;
--> statement-breakpoint
alter table "JournalLines" force row level security;
--> statement-breakpoint
create policy "JournalLines_scope" on "JournalLines" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "AccountBalances" to daybook_app;
--> statement-breakpoint
alter table "AccountBalances" enable row level security;
--> statement-breakpoint
alter table "AccountBalances" force row level security;
--> statement-breakpoint
create policy "AccountBalances_scope" on "AccountBalances" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "XeroTrialBalances" to daybook_app;
--> statement-breakpoint
alter table "XeroTrialBalances" enable row level security;
--> statement-breakpoint
alter table "XeroTrialBalances" force row level security;
--> statement-breakpoint
create policy "XeroTrialBalances_scope" on "XeroTrialBalances" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Reports" to daybook_app;
--> statement-breakpoint
alter table "Reports" enable row level security;
--> statement-breakpoint
alter table "Reports" force row level security;
--> statement-breakpoint
create policy "Reports_scope" on "Reports" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "CategoryRules" to daybook_app;
--> statement-breakpoint
alter table "CategoryRules" enable row level security;
--> statement-breakpoint
alter table "CategoryRules" force row level security;
--> statement-breakpoint
create policy "CategoryRules_scope" on "CategoryRules" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Webhooks" to daybook_app;
--> statement-breakpoint
alter table "Webhooks" enable row level security;
--> statement-breakpoint
alter table "Webhooks" force row level security;
--> statement-breakpoint
create policy "Webhooks_scope" on "Webhooks" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
