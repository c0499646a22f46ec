// Is the audit as it was written? Every chain is walked from its first row: sequences without a gap, each row's hash computed again over
// what it says, and the last one the head that was kept. A chain that was written again as a whole, head and all, passes that; only a head
// noted down outside the database gives it away, and every stored report prints one.
import { z } from "zod";
import { systemRead, type SystemQuery } from "#db/system.ts";
import { chainHash, type Head, headIn } from "#lib/audit/chain.ts";
import { allChains, type AuditRow, type Chain, findRowOfChain, rowsOfChain } from "#lib/audit/queries.ts";
import { contentHash } from "#lib/canonical.ts";
import { refuse } from "#lib/refusal.ts";

const rowsAtOnce = 500;

export type Verified = { chains: number; rows: number; reports: number };

/** `reports` are stored reports as the API gives them, or as evidence packs hold them. Refusal "conflict" with a sentence that names the first broken row. */
export async function verifyAudit(reports: readonly unknown[] = []): Promise<Verified> {
  return systemRead(async (q) => {
    const chains = await allChains(q);
    let rows = 0;
    for (const chain of chains) rows += await verifyChain(q, chain);
    for (const report of reports) await verifyAgainst(q, report);
    return { chains: chains.length, rows, reports: reports.length };
  });
}

/** How many rows it has. */
async function verifyChain(q: SystemQuery, chain: Chain): Promise<number> {
  let [sequence, hash]: [number, string | null] = [0, null];
  for (;;) {
    const rows = await rowsOfChain(q, chain.organisationId, sequence, rowsAtOnce);
    for (const row of rows) {
      const fault = faultOf(row, sequence, hash);
      if (fault) broken(chain, fault);
      [sequence, hash] = [row.sequence, row.hash];
    }
    if (rows.length < rowsAtOnce) break;
  }
  const fault = faultAtHead(chain, sequence, hash);
  if (fault) broken(chain, fault);
  return sequence;
}

function faultOf(row: AuditRow, before: number, prevHash: string | null): string | undefined {
  const expected = before + 1;
  if (row.sequence !== expected) return `Row ${expected} is missing: ${before === 0 ? "the chain begins with" : `after row ${before} comes`} row ${row.sequence}.`;
  const { userId: _, tenantId: __, prevHash: claimed, hash, ...said } = row;
  if (claimed !== prevHash) return `${named(row)} does not follow the row before it: a row was changed, removed or put in there.`;
  if (chainHash(prevHash, said) !== hash) return `${named(row)} was changed: its hash is not of what it says.`;
  return undefined;
}

function faultAtHead({ head }: Chain, sequence: number, hash: string | null): string | undefined {
  if (!head) return "Row 1 and those after it have no head: the head of the chain was removed.";
  if (head.sequence > sequence) return `Row ${sequence + 1} is missing: the chain ended at row ${head.sequence}.`;
  if (head.sequence < sequence) return `Row ${head.sequence + 1} was put in: the chain ends at row ${head.sequence}.`;
  return head.hash === hash ? undefined : `Row ${sequence} is not the one that the chain ended with.`;
}

/** Of a report only what names its chain; its content may be of any kind and version. */
const issued = z.object({
  name: z.string(),
  contentHash: z.string(),
  /** Where its making is on record, as an evidence pack says. */
  madeAs: z.string().nullable().default(null),
  data: z.looseObject({ tenant: z.looseObject({ id: z.uuid(), name: z.string() }), source: z.looseObject({ auditHead: z.string().nullable() }) }),
});

async function verifyAgainst(q: SystemQuery, given: unknown): Promise<void> {
  const read = issued.safeParse(given);
  if (!read.success) return refuse("conflict", "What was given with --against is no stored report. Save the answer of GET /api/v1/reports/{id} as it is.");
  const { name, contentHash: hash, data, madeAs } = read.data;
  if (contentHash(data) !== hash) return refuse("conflict", `The report "${name}" was changed after it was issued: its content is not what its hash says.`);
  const head = headIn(data.source.auditHead ?? "");
  if (!head) return refuse("conflict", `The report "${name}" carries no head of the audit: it was made before there was one.`);
  const made = madeAs === null ? undefined : headIn(madeAs);
  for (const seen of made ? [head, made] : [head]) await verifyRow(q, data.tenant, name, seen);
}

async function verifyRow(q: SystemQuery, tenant: { id: string; name: string }, report: string, { sequence, hash }: Head): Promise<void> {
  const row = await findRowOfChain(q, tenant.id, sequence);
  if (row?.hash === hash) return;
  const fault = row ? `${named(row)} is not the one that the report "${report}" saw: the chain was written again since.` : `Row ${sequence} is missing, which the report "${report}" saw.`;
  broken({ organisationId: tenant.id, name: tenant.name }, fault);
}

function broken({ organisationId, name }: Pick<Chain, "organisationId" | "name">, fault: string): never {
  const whose = organisationId === null ? "the installation" : (name ?? `an organisation that is gone (${organisationId})`);
  return refuse("conflict", `The audit of ${whose} is broken. ${fault}`);
}

function named({ sequence, action, createdAt, id }: AuditRow): string {
  return `Row ${sequence} (${action}, ${createdAt.toISOString()}, ${id})`;
}
