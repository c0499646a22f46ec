drop table "Attachments";
--> statement-breakpoint
alter table "Transactions" drop column "hasAttachments";
