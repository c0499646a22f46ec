grant select, insert, update, delete on "AccountTags" to daybook_app;
--> statement-breakpoint
alter table "AccountTags" enable row level security;
--> statement-breakpoint
alter table "AccountTags" force row level security;
--> statement-breakpoint
create policy "AccountTags_scope" on "AccountTags" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
