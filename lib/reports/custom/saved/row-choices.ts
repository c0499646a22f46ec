// What there is to choose from for the rows of a custom report of these books.
import { accountTags } from "#db/vocabulary.ts";
import { read } from "#db/index.ts";
import { activityWords, tagWords } from "#lib/accounts/account-tag-words.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { cashPlaces } from "#lib/reports/cash-flow/activity.ts";
import { plainKeyFigures, plainMeasures } from "#lib/reports/custom/definition.ts";
import { type Account, sectionLabels, sectionOf, sections, signOf } from "#lib/reports/sections.ts";
import type { Scope } from "#lib/scope.ts";

export type ListChoice<Value extends string = string> = { value: Value; label: string };
/** `sign` says which side is usually positive: 1 debits, -1 credits. */
export type SignedChoice<Value extends string = string> = ListChoice<Value> & { sign: 1 | -1 };

export type RowChoices = Awaited<ReturnType<typeof rowChoices>>;

export async function rowChoices(scope: Scope) {
  const chart: Account[] = await read(scope, chartOfAccounts);
  return {
    accounts: chart.flatMap(accountChoice).toSorted((one, other) => one.label.localeCompare(other.label, "en", { numeric: true })),
    sections: sections.map((value) => ({ value, label: sectionLabels[value], sign: signOf(value) })),
    types: distinct(chart.map(({ type }) => type)),
    systemAccounts: distinct(chart.flatMap(({ systemAccount }) => systemAccount ?? [])),
    tags: accountTags.map((value) => ({ value, label: tagWords[value] })),
    activities: cashPlaces.map((value) => ({ value, label: activityWords[value] })),
    keyFigures: plainKeyFigures().map(({ id, label }) => ({ value: id, label })),
    measures: plainMeasures().map(({ id, label }) => ({ value: id, label })),
  };
}

/** One without a code cannot be named in a definition; it is reached by its section. */
function accountChoice(account: Account): SignedChoice[] {
  const { code, name, status } = account;
  return code === null ? [] : [{ value: code, label: `${code} ${name}${status === "ARCHIVED" ? " (archived)" : ""}`, sign: signOf(sectionOf(account)) }];
}

function distinct(words: readonly string[]): ListChoice[] {
  return [...new Set(words)].toSorted().map((value) => ({ value, label: value }));
}
