drop table "WebhookDeliveries" cascade;
--> statement-breakpoint
drop table "Events" cascade;
--> statement-breakpoint
drop table "WebhookEvents" cascade;
--> statement-breakpoint
alter table "Webhooks" drop column "description";
--> statement-breakpoint
alter table "Webhooks" drop column "previousSecret";
--> statement-breakpoint
alter table "Webhooks" drop column "previousSecretExpiresAt";
--> statement-breakpoint
alter table "Webhooks" drop column "headers";
--> statement-breakpoint
alter table "Webhooks" drop column "disabledReason";
--> statement-breakpoint
alter table "Webhooks" drop column "failureCount";
--> statement-breakpoint
alter table "Webhooks" drop column "lastDeliveryAt";
--> statement-breakpoint
alter table "Webhooks" drop column "removedAt";
--> statement-breakpoint
delete from "Jobs" where "type" = 'webhook';
--> statement-breakpoint
alter table "Jobs" drop column "lane";
--> statement-breakpoint
alter table "Jobs" drop constraint "Jobs_type_known";
--> statement-breakpoint
alter table "Jobs" add constraint "Jobs_type_known" check ("Jobs"."type" in ('sync'));
