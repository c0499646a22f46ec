CREATE TABLE "Erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"askedById" uuid,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "Erasures" ADD CONSTRAINT "Erasures_id_XeroTenants_id_fk" FOREIGN KEY ("id") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Erasures" ADD CONSTRAINT "Erasures_askedById_Users_id_fk" FOREIGN KEY ("askedById") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "Erasures_askedById_index" ON "Erasures" USING btree ("askedById");