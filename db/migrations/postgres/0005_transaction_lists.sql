DROP INDEX "Transactions_tenantId_contactId_index";--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_amount_index" ON "Transactions" USING btree ("tenantId","amount","id");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_updatedAt_index" ON "Transactions" USING btree ("tenantId","updatedAt","id");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_type_date_index" ON "Transactions" USING btree ("tenantId","type","date","id");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_status_date_index" ON "Transactions" USING btree ("tenantId","status","date","id");--> statement-breakpoint
CREATE INDEX "Transactions_tenantId_contactId_date_index" ON "Transactions" USING btree ("tenantId","contactId","date","id");