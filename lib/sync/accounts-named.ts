// The accounts that a document of Xero's names: on its lines, and for the bank its money went through. One that was made in Xero while the
// sync ran is not in the chart of accounts yet. Such a document is kept under another hash than the same one will have once the account is
// there, so that it is written and posted anew then.
import { settles } from "#lib/ledger/posting/standing.ts";
import { contentHash } from "#lib/sync/content-hash.ts";
import type { AccountFinder, Named } from "#lib/sync/settings-queries.ts";
import type { XeroLine } from "#lib/xero/decode.ts";

type Naming = {
  Status?: string | null;
  LineItems?: XeroLine[];
  JournalLines?: XeroLine[];
  Account?: Named;
  BankAccount?: Named;
  FromBankAccount?: Named;
  ToBankAccount?: Named;
};

export function documentHash(document: Naming, accounts: AccountFinder): string {
  return contentHash(namesUnknownAccount(document, accounts) ? [document, "names an unknown account"] : document);
}

/** What is voided or deleted posts nothing, whatever it names. */
export function namesUnknownAccount(document: Naming, { accountOf }: AccountFinder): boolean {
  return settles(document.Status ?? "") && accountsNamed(document).some((named) => accountOf(named) === null);
}

function accountsNamed({ LineItems = [], JournalLines = [], Account, BankAccount, FromBankAccount, ToBankAccount }: Naming): Named[] {
  const ofLines = [...LineItems, ...JournalLines].map(({ AccountID, AccountCode }) => ({ AccountID, Code: AccountCode }));
  return [...ofLines, Account, BankAccount, FromBankAccount, ToBankAccount].filter((named) => named?.AccountID || named?.Code);
}
