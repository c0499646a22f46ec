drop table "PackParts";
--> statement-breakpoint
drop table "Packs";
--> statement-breakpoint
drop table "PackTemplates";
