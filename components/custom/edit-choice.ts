// What a row says of its accounts: several choices of which one is enough, each with conditions that must all be true. A choice without any condition means
// every account; one that somebody has emptied means none, and goes.
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

export type AccountsRow = Extract<CustomRow, { kind: "accounts" }>;
export type Choice = AccountsRow["accounts"][number];

/** In the place of the one there, or behind the last. */
export function withChoice(row: AccountsRow, place: number, choice: Choice): AccountsRow {
  const said = spoken(choice);
  if (Object.keys(said).length === 0) return withoutChoice(row, place);
  return { ...row, accounts: place < row.accounts.length ? row.accounts.with(place, said) : [...row.accounts, said] };
}

export function withoutChoice(row: AccountsRow, place: number): AccountsRow {
  return { ...row, accounts: row.accounts.filter((_, index) => index !== place) };
}

/** Null where it is the column's own days again. */
export function withMonths(row: AccountsRow, said: { months?: number | null; monthsBack?: number | null }): AccountsRow {
  const { months: before, monthsBack: back, ...rest } = row;
  const { months = before, monthsBack = back } = said;
  return { ...rest, ...(monthsBack ? { monthsBack } : {}), ...(months ? { months } : {}) };
}

/** Without conditions that name nothing. */
function spoken({ codes, sections, types, systemAccounts, tags, withoutTags, activities, side }: Choice): Choice {
  return {
    ...(codes?.length ? { codes } : {}),
    ...(sections?.length ? { sections } : {}),
    ...(types?.length ? { types } : {}),
    ...(systemAccounts?.length ? { systemAccounts } : {}),
    ...(tags?.length ? { tags } : {}),
    ...(withoutTags?.length ? { withoutTags } : {}),
    ...(activities?.length ? { activities } : {}),
    ...(side ? { side } : {}),
  };
}
