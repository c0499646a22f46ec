// The ledger as plain-text accounting that Beancount reads: one transaction an entry, amounts exact and debit positive, each account opened on the day
// it is first posted to. Beancount knows five roots and wants a capital letter or digit at the start of each part; names of people stand in strings.
import type { AccountClass } from "#db/vocabulary.ts";
import type { PostedLine } from "#lib/ledger/export/queries.ts";
import { decimal } from "#lib/money.ts";

const roots: Record<AccountClass, string> = { ASSET: "Assets", LIABILITY: "Liabilities", EQUITY: "Equity", REVENUE: "Income", EXPENSE: "Expenses" };

export function beancountLedger(lines: readonly PostedLine[], { name, currency }: { name: string; currency: string }): string {
  const entries = Map.groupBy(lines, ({ sequence }) => sequence);
  const head = [`option "title" ${quoted(name)}`, `option "operating_currency" "${currency}"`, ""];
  return [...head, ...openings(lines, currency), "", ...[...entries.values()].map((some) => transactionText(some, currency))].join("\n");
}

export function accountName({ class: accountClass, type, id }: PostedLine["account"]): string {
  return `${roots[accountClass]}:${type.replaceAll(/[^A-Za-z0-9-]/g, "-")}:A${id}`;
}

function openings(lines: readonly PostedLine[], currency: string): string[] {
  const first = new Map<string, string>();
  for (const { account, date } of lines) {
    const name = accountName(account);
    const known = first.get(name);
    if (known === undefined || date < known) first.set(name, date);
  }
  return [...first].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, date]) => `${date} open ${name} ${currency}`);
}

function transactionText(lines: readonly PostedLine[], currency: string): string {
  const [{ date, sequence, sourceType, narration } = { date: "", sequence: null, sourceType: "", narration: null }] = lines;
  const postings = lines.map(({ account, debit, credit }) => `  ${accountName(account)}  ${decimal(debit - credit)} ${currency}`);
  return `${date} * ${quoted(sourceType)} ${quoted(narration ?? "")}\n  sequence: ${sequence}\n${postings.join("\n")}\n`;
}

/** A string ends with its quote, and may not begin to escape. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll("\\", "/").replaceAll('"', "'").slice(0, 200)}"`;
}
