// Which accounts a measure takes, by what its definition says of them; each account once, by the first choice that fits.
import { type Tag, tagOf } from "#lib/accounts/account-tag.ts";
import type { Choice } from "#lib/kpis/definition.ts";
import type { Money } from "#lib/money.ts";
import { type Activity, activityOf, type Presentation } from "#lib/reports/cash-flow/activity.ts";
import { type Account, sectionOf } from "#lib/reports/sections.ts";

type Known = {
  presentation: Presentation;
  /** Asked for the side an account stands on, debit positive. */
  balanceOf: (account: Account) => Money;
};

export function accountsOf(accounts: readonly Account[], choices: readonly Choice[], { presentation, balanceOf }: Known): Account[] {
  return accounts.filter((account) => choices.some((choice) => fits(account, choice, presentation) && isOnSide(choice, () => balanceOf(account))));
}

/** What an account's name has to be read for is asked last, and only where it matters. */
function fits(account: Account, choice: Choice, presentation: Presentation): boolean {
  const { sections, types, codes, systemAccounts } = choice;
  const isOfType = among(codes, account.code) && among(sections, sectionOf(account)) && among(types, account.type) && among(systemAccounts, account.systemAccount);
  return isOfType && isAbout(account, choice) && (choice.activities === undefined || among<Activity | null>(choice.activities, sectionOf(account) === "bank" ? null : activityOf(account, presentation)));
}

function isAbout(account: Account, { tags, withoutTags = [] }: Choice): boolean {
  if (tags === undefined && withoutTags.length === 0) return true;
  const tag = tagOf(account);
  return among<Tag | null>(tags, tag) && !withoutTags.some((each) => each === tag);
}

/** Nothing said is no condition. */
function among<Word>(wanted: readonly Word[] | undefined, word: Word): boolean {
  return wanted === undefined || wanted.includes(word);
}

function isOnSide({ side }: Choice, balance: () => Money): boolean {
  if (side === undefined) return true;
  return side === "debit" ? balance() > 0n : balance() < 0n;
}
