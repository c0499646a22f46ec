drop table "ContactMovements";
--> statement-breakpoint
drop table "DailyMovements";
