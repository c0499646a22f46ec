// Every row of an organisation's books as it stands, our own keys and times included: what must not move when nothing was written.
import { eq } from "drizzle-orm";
import { read } from "#db/index.ts";
import {
  AccountBalances,
  Accounts,
  AccountTags,
  Allocations,
  Attachments,
  BatchPayments,
  BudgetLines,
  Budgets,
  ContactMovements,
  Contacts,
  DailyMovements,
  Items,
  JournalEntries,
  JournalLines,
  ManualJournalLines,
  ManualJournals,
  Reports,
  TaxComponents,
  TaxRates,
  TrackingCategories,
  TrackingOptions,
  TrackingSetOptions,
  TrackingSets,
  TransactionLines,
  Transactions,
  XeroTenants,
  XeroTrialBalances,
} from "#db/schema/index.ts";

const mirror = { Accounts, AccountTags, Contacts, Items, TaxRates, TaxComponents, TrackingCategories, TrackingOptions, TrackingSets, TrackingSetOptions, Transactions, TransactionLines, Allocations, Attachments, BatchPayments, ManualJournals, ManualJournalLines };
const tables = { ...mirror, Budgets, BudgetLines, JournalEntries, JournalLines, AccountBalances, DailyMovements, ContactMovements, XeroTrialBalances, Reports };

/** Table → its rows as text, in the order of the text. */
export function allRows(tenantId: string): Promise<Record<string, string[]>> {
  return read({ tenantId }, async (q) => {
    const rows: Record<string, string[]> = {};
    for (const [name, table] of Object.entries(tables)) rows[name] = asTexts(await q.select().from(table).where(eq(table.tenantId, q.tenantId)));
    // When the last sync was is the one thing that a sync of nothing new has to say.
    const organisations = await q.select().from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
    rows.XeroTenants = asTexts(organisations.map(({ lastSyncedAt: _, updatedAt: __, ...rest }) => rest));
    return rows;
  });
}

function asTexts(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value))).toSorted();
}
