drop trigger "PackParts_kept" on "PackParts";
--> statement-breakpoint
drop function daybook_pack_part_kept();
--> statement-breakpoint
drop trigger "Packs_kept" on "Packs";
--> statement-breakpoint
drop function daybook_pack_kept();
