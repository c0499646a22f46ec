drop table "Alerts";
--> statement-breakpoint
drop table "AlertRules";
--> statement-breakpoint
drop table "KpiTargets";
--> statement-breakpoint
alter table "XeroTenants" drop column "watchedLockDate";
