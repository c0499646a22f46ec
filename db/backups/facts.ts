// What a database holds, in so many words that two databases can be compared by them: rows by table, the heads of the audit's chains, the sums of
// the ledger, the hashes of all reports, and the names of the keys that its secrets are sealed with. Asked in SQL that both databases and every
// schema of ours understand: a backup is also taken of what the previous version left, before it is migrated.
import { createHash } from "node:crypto";
import { moneyToText, textToMoney } from "../codec.ts";
import type { Dialect } from "../dialect.ts";
import type { Run } from "../migratable.ts";

export type Applied = { tag: string; hash: string };
export type Facts = {
  rows: Record<string, number>;
  auditHeads: { chain: string; sequence: number; hash: string }[];
  /** Of posted entries, by organisation. */
  ledgers: { organisation: string; debits: string; credits: string }[];
  /** `hash` is SHA-256 over a line of id and content hash for each, by id. */
  reports: { count: number; hash: string };
  sealedUnder: string[];
};
/** Its columns by table, tables by name. */
export type Layout = Map<string, string[]>;

export const migrationsTable = "DaybookMigrations";

/** Where secrets are sealed, each value naming its key: v1.<name>.… */
const sealed: [table: string, column: string][] = [
  ["XeroTokens", "accessToken"],
  ["XeroTokens", "refreshToken"],
  ["OAuthFlows", "verifier"],
  ["Webhooks", "secret"],
  ["Webhooks", "previousSecret"],
  ["Webhooks", "headers"],
  ["IdempotencyKeys", "body"],
];

const layouts: Record<Dialect, string> = {
  sqlite: `select m.name as "table", p.name as "column" from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite~_%' escape '~' order by m.name, p.cid`,
  postgres: `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema() order by table_name collate "C", ordinal_position`,
};

export async function layoutOf(run: Run, dialect: Dialect): Promise<Layout> {
  const layout: Layout = new Map();
  for (const { table, column } of await run(layouts[dialect])) layout.set(String(table), [...(layout.get(String(table)) ?? []), String(column)]);
  return layout;
}

/** What was applied to it, in the order in which it was. */
export async function appliedTo(run: Run, layout: Layout): Promise<Applied[]> {
  if (!layout.has(migrationsTable)) return [];
  const rows = await run(`select "tag", "hash" from "${migrationsTable}" order by "tag"`);
  return rows.map(({ tag, hash }) => ({ tag: String(tag), hash: String(hash) }));
}

export async function factsIn(run: Run, layout: Layout): Promise<Facts> {
  return {
    rows: await countRows(run, layout),
    auditHeads: layout.has("AuditChains") ? await auditHeads(run) : [],
    ledgers: layout.has("JournalLines") ? await ledgerSums(run) : [],
    reports: layout.has("Reports") ? await reportHashes(run) : { count: 0, hash: sha256Of([]) },
    sealedUnder: await keysIn(run, layout),
  };
}

async function countRows(run: Run, layout: Layout): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const table of layout.keys()) {
    if (table === migrationsTable) continue;
    const [counted] = await run(`select count(*) as "rows" from "${table}"`);
    rows[table] = Number(counted?.rows);
  }
  return rows;
}

async function auditHeads(run: Run): Promise<Facts["auditHeads"]> {
  const rows = await run(`select "id", "sequence", "headHash" from "AuditChains" where "headHash" is not null order by "id"`);
  return rows.map(({ id, sequence, headHash }) => ({ chain: String(id), sequence: Number(sequence), hash: String(headHash) }));
}

async function ledgerSums(run: Run): Promise<Facts["ledgers"]> {
  const rows = await run(`
    select l."tenantId" as "organisation", sum(l."debit") as "debits", sum(l."credit") as "credits"
    from "JournalLines" l join "JournalEntries" e on e."tenantId" = l."tenantId" and e."id" = l."entryId"
    where e."status" = 'posted' group by l."tenantId" order by l."tenantId"`);
  return rows.map(({ organisation, debits, credits }) => ({ organisation: String(organisation), debits: amountIn(debits), credits: amountIn(credits) }));
}

/** SQLite counts ten-thousandths, PostgreSQL writes decimals. */
function amountIn(value: unknown): string {
  return moneyToText(typeof value === "bigint" ? value : textToMoney(String(value)));
}

async function reportHashes(run: Run): Promise<Facts["reports"]> {
  const rows = await run(`select "id", "contentHash" from "Reports" order by "id"`);
  return { count: rows.length, hash: sha256Of(rows.map(({ id, contentHash }) => `${id} ${contentHash}\n`)) };
}

async function keysIn(run: Run, layout: Layout): Promise<string[]> {
  const names = new Set<string>();
  for (const [table, column] of sealed) {
    if (!layout.get(table)?.includes(column)) continue;
    const rows = await run(`select substr("${column}", 1, 200) as "value" from "${table}" where "${column}" like 'v1.%'`);
    for (const { value } of rows) names.add(String(value).split(".")[1] ?? "");
  }
  return [...names].toSorted();
}

function sha256Of(lines: readonly string[]): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line);
  return hash.digest("hex");
}
