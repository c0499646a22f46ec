// The mirror and the ledger as one text an organisation: what two ways of getting there must agree on. Our own keys and times stay out.
import { asc, eq } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { read } from "#db/index.ts";
import { AccountBalances, Accounts, Allocations, Contacts, JournalEntries, ManualJournals, TransactionLines, Transactions, XeroTrialBalances } from "#db/schema/index.ts";

export type Truth = Record<"accounts" | "contacts" | "documents" | "lines" | "allocations" | "manualJournals" | "balances" | "trialBalances" | "pending" | "drafts", string[]>;

export async function truthOf(tenantId: string): Promise<Truth> {
  return read({ tenantId }, async (q) => {
    const mine = ({ tenantId: column }: { tenantId: PgColumn }) => eq(column, q.tenantId);
    const accounts = await q.select().from(Accounts).where(mine(Accounts)).orderBy(asc(Accounts.xeroId));
    const nameOf = new Map(accounts.map(({ id, xeroId }) => [id, xeroId]));
    const documents = await q.select().from(Transactions).where(mine(Transactions)).orderBy(asc(Transactions.xeroId));
    const documentOf = new Map(documents.map(({ id, xeroId }) => [id, xeroId]));
    const lines = await q.select().from(TransactionLines).where(mine(TransactionLines));
    const balances = await q.select().from(AccountBalances).where(mine(AccountBalances));
    const readings = await q.select().from(XeroTrialBalances).where(mine(XeroTrialBalances));
    const net = Map.groupBy(balances, ({ basis, accountId, month }) => `${basis} ${nameOf.get(accountId)} ${month}`);
    return {
      accounts: accounts.map(({ xeroId, contentHash }) => `${xeroId} ${contentHash}`),
      contacts: (await q.select().from(Contacts).where(mine(Contacts))).map(({ xeroId, contentHash }) => `${xeroId} ${contentHash}`).toSorted(),
      documents: documents.map(({ xeroId, status, contentHash, remainingCredit }) => `${xeroId} ${status} ${contentHash} ${remainingCredit}`),
      lines: lines.map(({ transactionId, lineNumber, accountId, lineAmount, taxAmount }) => `${documentOf.get(transactionId)} ${lineNumber} ${nameOf.get(accountId ?? "")} ${lineAmount} ${taxAmount}`).toSorted(),
      allocations: (await q.select().from(Allocations).where(mine(Allocations))).map((row) => `${row.sourceXeroId} ${row.targetXeroId} ${row.date} ${row.ordinal} ${row.amount} ${row.status}`).toSorted(),
      manualJournals: (await q.select().from(ManualJournals).where(mine(ManualJournals))).map(({ xeroId, contentHash }) => `${xeroId} ${contentHash}`).toSorted(),
      balances: [...net].map(([key, rows]) => `${key} ${rows.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)}`).toSorted(),
      trialBalances: readings.map(({ accountId, monthEnd, movement, balance }) => `${nameOf.get(accountId)} ${monthEnd} ${movement} ${balance}`).toSorted(),
      pending: documents.filter(({ needsPosting }) => needsPosting).map(({ xeroId }) => xeroId),
      drafts: (await q.select().from(JournalEntries).where(mine(JournalEntries))).filter(({ status }) => status === "draft").map(({ id }) => id),
    };
  });
}
