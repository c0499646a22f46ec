CREATE TABLE "IdempotencyKeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"apiKeyId" uuid NOT NULL,
	"operation" varchar(100) NOT NULL,
	"key" varchar(255) NOT NULL,
	"requestHash" varchar(64) NOT NULL,
	"tenantIds" jsonb NOT NULL,
	"leaseUntil" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"expiresAt" timestamp (3) with time zone NOT NULL,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "IdempotencyKeys_apiKeyId_operation_key_unique" UNIQUE("apiKeyId","operation","key")
);
--> statement-breakpoint
ALTER TABLE "IdempotencyKeys" ADD CONSTRAINT "IdempotencyKeys_apiKeyId_ApiKeys_id_fk" FOREIGN KEY ("apiKeyId") REFERENCES "public"."ApiKeys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "IdempotencyKeys_expiresAt_index" ON "IdempotencyKeys" USING btree ("expiresAt");