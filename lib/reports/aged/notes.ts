// What a reader has to know before trusting an aged report, in sentences.
import { dayLabel } from "#lib/day-label.ts";
import { absolute, decimal, type Money, money } from "#lib/money.ts";
import type { AgedFacts } from "#lib/reports/aged/aged-report.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import type { AgedReport } from "#lib/reports/report.ts";

export function agedNotes(facts: AgedFacts, control: AgedReport["control"], prepaidDifference: Money): string[] {
  const { parameters } = facts;
  return [
    ...difference(facts, control),
    ...prepaid(facts, prepaidDifference),
    ...besides(facts, control),
    ...(parameters.ageBy === "dueDate" ? ["A document without a due date ages from its own day, and so does every credit."] : []),
    ...(parameters.knownOn === undefined ? [] : [knownNote]),
    ...qualityNotes({ ...facts, knownOn: parameters.knownOn, basis: "accrual", end: parameters.asAt }, { accounts: [], residuals: [] }, [], []),
  ];
}

const knownNote =
  "What documents came to, and what had been paid on them, is what the ledger had. Numbers, names and due dates are those of today, and a credit that has been taken off its document since stands as not used.";

function difference({ organisation, side }: AgedFacts, control: AgedReport["control"]): string[] {
  if (!control) return [`The chart of accounts has no account for ${side}, so there is nothing these documents could be held against.`];
  const lack = absolute(money(control.difference));
  if (lack <= money(control.allowed)) return [];
  return [`The documents and ${control.accountName} in the ledger differ by ${organisation.currency} ${decimal(lack)}. Cents of documents in other currencies do not explain it.`];
}

function prepaid({ organisation }: AgedFacts, lack: Money): string[] {
  return lack === 0n ? [] : [`The prepayments and the accounts they were posted to differ by ${organisation.currency} ${decimal(absolute(lack))}.`];
}

function besides({ organisation, besides: amount, parameters }: AgedFacts, control: AgedReport["control"]): string[] {
  if (!control || amount === 0n) return [];
  return [`Xero's trial balance has ${organisation.currency} ${decimal(absolute(amount))} ${amount > 0n ? "more debit" : "more credit"} on ${control.accountName} up to ${dayLabel(parameters.asAt)} than the ledger here; no document shows it.`];
}
