// Everything that goes into a pack, read in one snapshot.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { headIn } from "#lib/audit/chain.ts";
import { auditSchema, type Evidence, mostLines, type PackedAccount, type PackedDocument, type PackedEntry, type PackedLine } from "#lib/evidence/pack.ts";
import { chainFrom, findDocuments, findManualJournals, type LedgerPart, packedLines } from "#lib/evidence/queries.ts";
import { reachOf } from "#lib/evidence/reach.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import { movedFigures } from "#lib/kpis/moved-figures.ts";
import { chartOfAccounts, movementsBetween } from "#lib/ledger/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import type { Report } from "#lib/reports/report.ts";
import { describedSets } from "#lib/tracking/queries.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** `withAudit` is for who may read it. Refusal "conflict" where the ledger behind the report is too large for a file. */
export async function gatherEvidence(q: Query, stored: StoredReport, withAudit: boolean): Promise<Evidence> {
  const { id, tenantId, type, name, createdAt, contentHash, data } = stored;
  const { bases, upTo, documents: named } = reachOf(data);
  const part = { bases, upTo, upToSequence: data.source.ledgerSequence };
  const entries = await readEntries(q, part);
  const { name: organisation, currency, country, yearEnd } = await readOrganisation(q);
  return {
    report: { id, tenantId, type, name, createdAt, contentHash, data },
    organisation: { id: tenantId, name: organisation, currency, country, yearEnd },
    accounts: (await chartOfAccounts(q)).map(packedAccount),
    entries,
    documents: await readDocuments(q, entries, named),
    trialBalances: await readTrialBalances(q, part),
    tracking: await readTracking(q, entries),
    definitions: definitionsOf(data),
    audit: await readAudit(q, stored, withAudit),
  };
}

type Charted = Awaited<ReturnType<typeof chartOfAccounts>>[number];

function packedAccount({ id, xeroId, code, name, type, class: accountClass, status, systemAccount, reportingCode, chosenTag, chosenActivity }: Charted): PackedAccount {
  const chosen = { ...(chosenTag ? { chosenTag } : {}), ...(chosenActivity ? { chosenActivity } : {}) };
  return { id, xeroId, code, name, type, class: accountClass, status, systemAccount, reportingCode, ...chosen };
}

async function readEntries(q: Query, part: LedgerPart): Promise<PackedEntry[]> {
  const rows = await packedLines(q, part, mostLines + 1);
  if (rows.length > mostLines) return refuse("conflict", `An evidence pack holds ${mostLines} journal lines at most, and more lie behind this report. Nothing was changed; make a report of earlier days.`);
  return [...Map.groupBy(rows, ({ entry }) => entry.id).values()].flatMap((some) => {
    const [first] = some;
    return first ? [packedEntry(first.entry, some.map(({ line }) => packedLine(line)))] : [];
  });
}

type Row = Awaited<ReturnType<typeof packedLines>>[number];

function packedEntry({ id, sequence, basis, date, sourceType, sourceXeroId, sourceVersion, reversesId, narration, unproven, postedAt, contentHash }: Row["entry"], lines: PackedLine[]): PackedEntry {
  const posted = (postedAt ?? new Date(0)).toISOString();
  return { id, sequence: sequence ?? 0, basis, date, sourceType, sourceXeroId, sourceVersion, reverses: reversesId, narration, unproven, postedAt: posted, contentHash, lines };
}

function packedLine({ accountId, debit, credit, currencyCode, currencyAmount, rate, taxType, taxAmount, trackingSetId, contactId, transactionId }: Row["line"]): PackedLine {
  return { account: accountId, amount: debit - credit, currency: currencyCode, currencyAmount, rate, taxType, taxAmount, tracking: trackingSetId, contact: contactId, document: transactionId };
}

/** Those that lines name and those that proofs do, by day. */
async function readDocuments(q: Query, entries: readonly PackedEntry[], named: readonly string[]): Promise<PackedDocument[]> {
  const ids = new Set([...entries.flatMap(({ lines }) => lines.flatMap(({ document }) => document ?? [])), ...named]);
  const journals = new Set(entries.filter(({ sourceType }) => sourceType === "manualJournal").map(({ sourceXeroId }) => sourceXeroId));
  const documents = (await findDocuments(q, [...ids])).map(({ reference, number, ...document }) => ({ ...document, number: number ?? reference }));
  const manual = (await findManualJournals(q, [...journals])).map(({ narration, ...journal }) => ({ ...journal, id: null, type: "MANUAL_JOURNAL", xeroType: null, number: narration, dueDate: null, contactName: null, currency: null, amount: null }));
  return [...documents, ...manual].toSorted((one, other) => compared(one.date, other.date) || compared(one.xeroId, other.xeroId));
}

async function readTracking(q: Query, entries: readonly PackedEntry[]): Promise<Evidence["tracking"]> {
  const carried = new Set(entries.flatMap(({ lines }) => lines.flatMap(({ tracking }) => tracking ?? [])));
  const own = carried.size === 0 ? [] : (await describedSets(q)).filter(({ set }) => carried.has(set));
  return [...Map.groupBy(own, ({ set }) => set)].map(([set, options]) => ({ set, options: options.map(({ set: _, ...option }) => option) }));
}

async function readTrialBalances(q: Query, { bases, upTo, upToSequence }: LedgerPart): Promise<Evidence["trialBalances"]> {
  const balances = async (basis: Basis) => {
    const amounts = await movementsBetween(q, { basis, from: null, to: upTo, upToSequence });
    return [...amounts].flatMap(([account, amount]) => (amount === 0n ? [] : [{ account, amount }])).toSorted((one, other) => compared(one.account, other.account));
  };
  const found: Evidence["trialBalances"] = [];
  for (const basis of bases) found.push({ basis, asAt: upTo, balances: await balances(basis) });
  return found;
}

/** Only those that the report was made by: today's, as long as its figures are what they come to. */
function definitionsOf(report: Report): Evidence["definitions"] {
  const { type, source: { definitionsVersion: version } } = report;
  const isByTodays = type === "CUSTOM" || (type === "KPI_DASHBOARD" && movedFigures(report).length === 0);
  return { version, groups: isByTodays ? [...definitions.groups] : [], measures: isByTodays ? [...definitions.measures] : [] };
}

/** A report is on record right after the head that it saw; others may have come between. */
const rowsLookedAt = 500;

async function readAudit(q: Query, { id, data }: StoredReport, withAudit: boolean): Promise<Evidence["audit"]> {
  const head = data.source.auditHead;
  const chain = withAudit ? await chainFrom(q, headIn(head ?? "")?.sequence ?? 0, rowsLookedAt) : [];
  const made = chain.findIndex(({ action, resourceId }) => action === "report.created" && resourceId === id);
  return { head, rows: chain.slice(0, made + 1).map(auditRow) };
}

function auditRow({ userId: _, tenantId: __, createdAt, details, ...row }: Awaited<ReturnType<typeof chainFrom>>[number]): Evidence["audit"]["rows"][number] {
  return { ...row, details: auditSchema.shape.rows.element.shape.details.parse(details), createdAt: createdAt.toISOString() };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
