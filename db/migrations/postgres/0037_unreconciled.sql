DROP INDEX "Transactions_tenantId_status_isReconciled_index";--> statement-breakpoint
CREATE INDEX "Transactions_unreconciled_index" ON "Transactions" USING btree ("tenantId","status","date") WHERE not "isReconciled" and "status" = 'AUTHORISED' and "type" in ('SPEND', 'RECEIVE', 'TRANSFER', 'PAYMENT');
--> statement-breakpoint
-- PostgreSQL takes the three to be independent of each other, holds half of all documents for unreconciled, and reads a year of them by day.
create statistics "Transactions_reconciliation" (mcv) on "status", "type", "isReconciled" from "Transactions";
