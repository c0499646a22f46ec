// Xero's own statements as the stand-in prints them: the figures of the first column, by account id and by the label of a total.
import { z } from "zod";
import { systemRead } from "#db/system.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { type Money, money } from "#lib/money.ts";
import { readTrialBalance, type TrialBalanceRow } from "#lib/xero/trial-balance.ts";
import { parseExactly } from "#lib/xero/exact-json.ts";
import { accessTokenFor } from "#lib/organisations/access-token.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import type { StandIn } from "./stand-in.ts";

const cell = z.object({ Value: z.string().nullish(), Attributes: z.array(z.object({ Value: z.string(), Id: z.string() })).nullish() });
const row = z.object({ RowType: z.string(), Cells: z.array(cell).nullish() });
const report = z.object({ Reports: z.array(z.object({ Rows: z.array(z.object({ RowType: z.string(), Rows: z.array(row).nullish() })) })) });

type Printed = { accounts: Map<string, Money>; totals: Map<string, Money> };

/** The objects on a page of a collection as Xero lists them, amounts as they are written. */
export async function listedInXero(standIn: StandIn, tenantId: string, collection: string, page = 1): Promise<Record<string, unknown>[]> {
  const text = await askXero(standIn, tenantId, `${collection}?page=${page}`);
  return z.record(z.string(), z.unknown()).and(z.object({ [collection]: z.array(z.record(z.string(), z.unknown())) })).parse(parseExactly(text))[collection] ?? [];
}

export async function printedReport(standIn: StandIn, tenantId: string, path: string): Promise<Printed> {
  const answer: unknown = JSON.parse(await askXero(standIn, tenantId, `Reports/${path}`));
  const rows = report.parse(answer).Reports.flatMap(({ Rows }) => Rows).flatMap(({ Rows }) => Rows ?? []);
  const printed: Printed = { accounts: new Map(), totals: new Map() };
  for (const { RowType, Cells } of rows) {
    const [label, first] = Cells ?? [];
    const account = label?.Attributes?.find(({ Id }) => Id === "account")?.Value;
    const amount = first?.Value ? money(first.Value) : 0n;
    if (RowType === "Row" && account) printed.accounts.set(account, amount);
    else if (label?.Value) printed.totals.set(label.Value, amount);
  }
  return printed;
}

/** What each account stands at, on either basis. */
export async function printedTrialBalance(standIn: StandIn, tenantId: string, day: Day, basis: Basis): Promise<TrialBalanceRow[]> {
  const payments = basis === "cash" ? "&paymentsOnly=true" : "";
  return readTrialBalance(JSON.parse(await askXero(standIn, tenantId, `Reports/TrialBalance?date=${day}${payments}`)));
}

async function askXero({ url }: StandIn, tenantId: string, path: string): Promise<string> {
  const organisation = await systemRead((q) => findOrganisationById(q, tenantId));
  const headers = { authorization: `Bearer ${await accessTokenFor(tenantId)}`, "xero-tenant-id": organisation?.tenantId ?? "", accept: "application/json" };
  return (await fetch(`${url}/api.xro/2.0/${path}`, { headers })).text();
}
