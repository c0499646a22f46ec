// The page of documents as one read: what was asked for, what it can be narrowed by, and, where nothing is shown, whether there is anything.
import type { Query } from "#db/index.ts";
import { contactNames, findContact } from "#lib/contacts/queries.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Page } from "#lib/listing.ts";
import type { Listing } from "#lib/transactions/listing.ts";
import { hasTransactions, type ListedTransaction } from "#lib/transactions/listing-queries.ts";
import type { AccountName } from "#lib/transactions/open-document.ts";
import { pageOfTransactions } from "#lib/transactions/page-of-transactions.ts";

/** `allContacts` is false where an organisation has more than can be offered. */
export type TransactionList = Page<ListedTransaction> & { accounts: AccountName[]; contacts: ContactName[]; allContacts: boolean; hasAny: boolean };
type ContactName = { id: string; name: string };

const mostContacts = 500;

/** Five queries at most. */
export async function openTransactionList(q: Query, asked: Listing): Promise<TransactionList> {
  const page = await pageOfTransactions(q, asked);
  const accounts = await chartOfAccounts(q);
  const contacts = await contactNames(q, mostContacts + 1);
  const hasAny = page.data.length > 0 || (await hasTransactions(q));
  return { ...page, accounts, contacts: await withChosen(q, contacts.slice(0, mostContacts), asked.contactId), allContacts: contacts.length <= mostContacts, hasAny };
}

/** The contact that is asked for can be seen to be, wherever in the alphabet it stands. */
async function withChosen(q: Query, contacts: ContactName[], id: string | undefined): Promise<ContactName[]> {
  if (id === undefined || contacts.some((contact) => contact.id === id)) return contacts;
  const chosen = await findContact(q, id);
  return chosen ? [chosen, ...contacts] : contacts;
}
