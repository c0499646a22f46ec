drop table "AlertReaders" cascade;
--> statement-breakpoint
delete from "Jobs" where "type" = 'mail';
--> statement-breakpoint
alter table "Jobs" drop constraint "Jobs_type_known";
--> statement-breakpoint
alter table "Jobs" add constraint "Jobs_type_known" check ("Jobs"."type" in ('sync', 'webhook'));
