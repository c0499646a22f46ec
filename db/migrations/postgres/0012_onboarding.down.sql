drop table "Invitations";
--> statement-breakpoint
alter table "UserTenants" drop column "hidesFirstSteps";
