drop policy "ReportDefinitions_scope" on "ReportDefinitions";
--> statement-breakpoint
alter table "ReportDefinitions" no force row level security;
--> statement-breakpoint
alter table "ReportDefinitions" disable row level security;
--> statement-breakpoint
revoke all on "ReportDefinitions" from daybook_app;
