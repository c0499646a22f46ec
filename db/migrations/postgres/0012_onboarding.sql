CREATE TABLE "Invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"userId" uuid NOT NULL,
	"tokenHash" varchar(64) NOT NULL,
	"role" varchar(50) NOT NULL,
	"tenantIds" jsonb NOT NULL,
	"email" varchar(255),
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"withdrawnAt" timestamp (3) with time zone,
	"acceptedAt" timestamp (3) with time zone,
	"acceptedById" uuid,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Invitations_tokenHash_unique" UNIQUE("tokenHash"),
	CONSTRAINT "Invitations_role_known" CHECK ("Invitations"."role" in ('Admin', 'Accountant', 'Standard', 'Executive', 'ReadOnly'))
);
--> statement-breakpoint
ALTER TABLE "UserTenants" ADD COLUMN "hidesFirstSteps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "Invitations" ADD CONSTRAINT "Invitations_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Invitations" ADD CONSTRAINT "Invitations_acceptedById_Users_id_fk" FOREIGN KEY ("acceptedById") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "Invitations_userId_index" ON "Invitations" USING btree ("userId");--> statement-breakpoint
CREATE INDEX "Invitations_acceptedById_index" ON "Invitations" USING btree ("acceptedById");--> statement-breakpoint
CREATE INDEX "Invitations_createdAt_index" ON "Invitations" USING btree ("createdAt");