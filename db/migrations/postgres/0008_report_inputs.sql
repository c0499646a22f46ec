ALTER TABLE "Reports" ADD COLUMN "inputsHash" varchar(64);--> statement-breakpoint
CREATE INDEX "Reports_tenantId_inputsHash_index" ON "Reports" USING btree ("tenantId","inputsHash");