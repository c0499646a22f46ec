drop policy "KpiTargets_scope" on "KpiTargets";
--> statement-breakpoint
alter table "KpiTargets" no force row level security;
--> statement-breakpoint
alter table "KpiTargets" disable row level security;
--> statement-breakpoint
revoke all on "KpiTargets" from daybook_app;
--> statement-breakpoint
drop policy "AlertRules_scope" on "AlertRules";
--> statement-breakpoint
alter table "AlertRules" no force row level security;
--> statement-breakpoint
alter table "AlertRules" disable row level security;
--> statement-breakpoint
revoke all on "AlertRules" from daybook_app;
--> statement-breakpoint
drop policy "Alerts_scope" on "Alerts";
--> statement-breakpoint
alter table "Alerts" no force row level security;
--> statement-breakpoint
alter table "Alerts" disable row level security;
--> statement-breakpoint
revoke all on "Alerts" from daybook_app;
