grant select, insert, update, delete on "PackTemplates" to daybook_app;
--> statement-breakpoint
alter table "PackTemplates" enable row level security;
--> statement-breakpoint
alter table "PackTemplates" force row level security;
--> statement-breakpoint
create policy "PackTemplates_scope" on "PackTemplates" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Packs" to daybook_app;
--> statement-breakpoint
alter table "Packs" enable row level security;
--> statement-breakpoint
alter table "Packs" force row level security;
--> statement-breakpoint
create policy "Packs_scope" on "Packs" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "PackParts" to daybook_app;
--> statement-breakpoint
alter table "PackParts" enable row level security;
--> statement-breakpoint
alter table "PackParts" force row level security;
--> statement-breakpoint
create policy "PackParts_scope" on "PackParts" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
