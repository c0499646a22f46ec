// What Xero lists of documents and what is kept of them, as "id status total", for a comparison that owes nothing to another sync of ours.
import { and, eq, ne } from "drizzle-orm";
import { read } from "#db/index.ts";
import { Transactions } from "#db/schema/index.ts";
import { decimal, money } from "#lib/money.ts";
import type { StandIn } from "./stand-in.ts";
import { listedInXero } from "./xero-report.ts";

const lists = [
  ["Invoices", "InvoiceID", "Total"],
  ["CreditNotes", "CreditNoteID", "Total"],
  ["BankTransactions", "BankTransactionID", "Total"],
  ["Payments", "PaymentID", "Amount"],
] as const;

export async function documentsListed(standIn: StandIn, tenantId: string): Promise<string[]> {
  const found: string[] = [];
  for (const [collection, id, total] of lists) {
    for (let page = 1; ; page += 1) {
      const some = await listedInXero(standIn, tenantId, collection, page);
      if (some.length === 0) break;
      found.push(...some.map((one) => `${one[id]} ${one.Status} ${decimal(money(String(one[total])))}`));
    }
  }
  return found.toSorted();
}

/** Transfers are listed without a status, and are left out. */
export async function documentsKept(tenantId: string): Promise<string[]> {
  const rows = await read({ tenantId }, (q) => q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), ne(Transactions.type, "TRANSFER"))));
  return rows.map(({ xeroId, status, amount }) => `${xeroId} ${status} ${decimal(amount)}`).toSorted();
}
