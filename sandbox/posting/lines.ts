// The lines of a document as Xero posts them. Lines of one account, tax type and tracking go into one group, summed in
// the document's currency before anything is converted: converting line by line would lose cents on foreign documents.
// What conversion leaves over between the control amount and the groups goes to the rounding account.

import { requireAccount, systemAccount, type Chart } from "../books/chart.ts";
import { rateOf } from "../books/fields.ts";
import { refuse } from "../books/problem.ts";
import type { Invoice } from "../books/readers.ts";
import { grossOf, type LineAmountTypes, taxOf } from "../books/totals.ts";
import type { Numeral } from "../exact/json.ts";
import { sum, toBase } from "../exact/money.ts";
import type { EntryLine, Tracking } from "./entry.ts";
import { taxed } from "./tax.ts";

export type Lined = {
  readonly LineItems: Invoice["LineItems"];
  readonly LineAmountTypes: LineAmountTypes;
  readonly Total: bigint;
  readonly CurrencyRate: Numeral;
};

export type Group = {
  readonly accountId: string;
  readonly taxType: string | undefined;
  readonly tracking: readonly Tracking[];
  readonly gross: bigint;
  readonly tax: bigint;
};
export type TrackedGroup = Group & { readonly trackedUnder: string };

export type Side = 1n | -1n;

// `side` is 1 when the lines are debits (bills, money spent) and -1 when they are credits. The control line is opposite.
export function postedLines(document: Lined, side: Side, control: string, chart: Chart, owner: string): EntryLine[] {
  const rate = rateOf(document);
  const groups = groupsOf(document, chart, owner);
  if (groups.length === 0 && document.Total !== 0n) refuse(`${owner}: it has a total and no lines to post.`);
  const controlLine = { accountId: control, net: -side * toBase(document.Total, rate) };
  const lines = groups.flatMap((group) => groupLines(group, side, rate, chart, owner));
  const remainder = -sum([controlLine, ...lines].map(({ net }) => net));
  const rounding = remainder === 0n ? [] : [{ accountId: systemAccount(chart, "ROUNDING", owner), net: remainder }];
  return [controlLine, ...lines, ...rounding];
}

export function groupsOf(document: Lined, chart: Chart, owner: string): readonly TrackedGroup[] {
  const groups = new Map<string, TrackedGroup>();
  for (const line of document.LineItems) {
    const gross = grossOf(line, document.LineAmountTypes);
    const tax = taxOf(line, document.LineAmountTypes);
    if (gross === 0n && tax === 0n && !line.AccountID) continue;
    const { AccountID: accountId } = requireAccount(chart, line, owner);
    const trackedUnder = line.Tracking.map(trackingKey).sort().join("|");
    const key = [accountId, line.TaxType, trackedUnder].join("|");
    const before = groups.get(key) ?? { gross: 0n, tax: 0n };
    const { TaxType: taxType, Tracking: tracking } = line;
    groups.set(key, { accountId, taxType, tracking, trackedUnder, gross: before.gross + gross, tax: before.tax + tax });
  }
  return [...groups.values()];
}

export function groupLines(group: Group, side: Side, rate: bigint | undefined, chart: Chart, owner: string): EntryLine[] {
  const { net, tax, taxAccountId } = taxed(group, rate, chart, owner);
  const { accountId, taxType, tracking } = group;
  const line: EntryLine = { accountId, net: side * net, tax: side * tax, taxType, tracking };
  return taxAccountId ? [line, { accountId: taxAccountId, net: side * tax }] : [line];
}

function trackingKey(tracking: Invoice["LineItems"][number]["Tracking"][number]): string {
  return `${tracking.TrackingCategoryID ?? tracking.Name}=${tracking.TrackingOptionID ?? tracking.Option}`;
}
