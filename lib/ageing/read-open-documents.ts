// Gathers what may be open on a day with everything that settles it, or that it settles, and both ends of each.
import type { Query } from "#db/index.ts";
import { type ListedDocument, type OpenDocument, openDocument } from "#lib/ageing/open-documents.ts";
import { findStandingDocuments } from "#lib/ageing/queries.ts";
import { type Side, sides } from "#lib/ageing/side.ts";
import type { Day } from "#lib/day.ts";
import type { Document } from "#lib/ledger/posting/document.ts";
import { idsOf, settlementOf } from "#lib/ledger/posting/gather.ts";
import { partiesOf } from "#lib/ledger/posting/plan.ts";
import { type AllocationRow, findAllocationsTouching, findDocuments } from "#lib/ledger/posting/queries.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";
import { settles } from "#lib/ledger/posting/standing.ts";

export async function readOpenDocuments(q: Query, side: Side, day: Day): Promise<OpenDocument[]> {
  const found = await findStandingDocuments(q, [...sides[side].standings.keys()], day);
  const documents = [...new Map(found.map(({ document, contactName }) => [document.id, { ...document, contactName, lines: [] }])).values()];
  // What a credit was used on is found from its other end, or from the credit that a bank transaction made.
  const credits = documents.filter(({ xeroType }) => sides[side].standings.get(xeroType) !== "owed");
  const rows = [...found.flatMap(({ settlement }) => settlement ?? []), ...(await findAllocationsTouching(q, credits.flatMap(idsOf)))];
  const settlements = [...new Map(rows.map((row) => [row.id, row])).values()].filter(({ status }) => settles(status));
  const ends = await endsOf(q, documents, settlements);
  const parties = partiesOf({ ends, related: settlements.map((row) => settlementOf(row, ends)) });
  return documents.flatMap((document) => openDocument({ document, settlements: parties.get(document.xeroId)?.settlements ?? [] }, ends, side, day, postingRules) ?? []);
}

/** By Xero's id and by the id of the credit it made. */
async function endsOf(q: Query, documents: readonly ListedDocument[], settlements: readonly AllocationRow[]): Promise<Map<string, Document>> {
  const known = new Map<string, Document>(documents.flatMap((document) => idsOf(document).map((id) => [id, document] as const)));
  const missing = settlements.flatMap(({ sourceXeroId, targetXeroId }) => [sourceXeroId, targetXeroId]).filter((id) => !known.has(id));
  for (const row of await findDocuments(q, missing)) for (const id of idsOf(row)) known.set(id, { ...row, lines: [] });
  return known;
}
