drop trigger "PackParts_kept_on_delete";
--> statement-breakpoint
drop trigger "PackParts_kept_on_update";
--> statement-breakpoint
drop trigger "PackParts_kept_on_insert";
--> statement-breakpoint
drop trigger "Packs_not_deleted";
--> statement-breakpoint
drop trigger "Packs_kept";
