import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { PageHead } from "#components/shell/page-head.tsx";
import { FilterForm } from "#components/transactions/filter-form.tsx";
import { NoTransactions } from "#components/transactions/no-transactions.tsx";
import { TransactionList } from "#components/transactions/transaction-list.tsx";
import { fieldAt, orderInWords } from "#components/transactions/words.ts";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { read } from "#db/index.ts";
import { askedPeriod } from "#lib/reports/asked-period.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { permit, type Scope } from "#lib/scope.ts";
import { askedInAddress } from "#lib/transactions/asked-in-address.ts";
import { openTransactionList } from "#lib/transactions/open-list.ts";

type Given = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<Given> };

export const metadata: Metadata = { title: "Transactions" };

export default async function TransactionsPage({ params, searchParams }: Props) {
  const { organisation: tenantId } = await params;
  const scope = await requireScope(tenantId);
  permit(scope, "transactions:read");
  const address = addressOf(tenantId, "transactions");
  const given = queryOf(await searchParams);
  const { listing, query, faults } = askedInAddress(given);
  // A form sends its empty fields along; the address that stays, is shared and is come back to has only what is asked for.
  if ([...given.values()].includes("")) redirect(at(address, query));

  const chosen = await datesOfPeriod(scope, given);
  if (chosen) redirect(at(address, new URLSearchParams([...given, ...chosen])));

  const { name, baseCurrency, lastSyncedAt, timezone } = await organisationAt(tenantId);
  const list = await read(scope, (q) => openTransactionList(q, listing));
  const first = at(address, query);
  return (
    <>
      <PageHead title="Transactions" context={lastSyncedAt === null ? name : <span>from Xero data synced <Moment at={new Date(lastSyncedAt)} timeZone={timezone ?? "UTC"} /></span>} />
      <Card className="mb-6 print:hidden">
        <FilterForm address={address} query={query} accounts={list.accounts} contacts={list.contacts} allContacts={list.allContacts} />
      </Card>
      {faults.length > 0 && (
        <Notice tone="warning" title="Part of what was asked for is left out" className="mb-6">
          <ul>
            {faults.map(({ pointer, detail }) => (
              <li key={pointer}>
                {fieldAt(pointer)}: {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Card flush>
        {list.data.length > 0 ? (
          <TransactionList
            transactions={list.data.map(({ transaction }) => transaction)}
            order={orderInWords(listing.sort)}
            baseCurrency={baseCurrency ?? ""}
            accounts={list.accounts}
            hrefOf={(id) => `${address}/${id}`}
          />
        ) : (
          <NoTransactions hasAny={list.hasAny} isLater={listing.cursor !== undefined} firstHref={first} clearHref={address} syncHref={addressOf(tenantId)} />
        )}
        <Pages firstHref={listing.cursor === undefined ? null : first} nextHref={list.nextCursor && at(address, query, list.nextCursor)} />
      </Card>
    </>
  );
}

/** The period that was chosen on another page, as days; nothing where days are asked for already. */
async function datesOfPeriod(scope: Scope, given: URLSearchParams): Promise<[string, string][] | null> {
  const period = given.get("period");
  if (period === null || given.has("dateFrom") || given.has("dateTo")) return null;
  const { today, yearEnd } = await read(scope, readOrganisation);
  const days = askedPeriod(period, today, yearEnd);
  return days && [["dateFrom", days.start], ["dateTo", days.end]];
}

function Pages({ firstHref, nextHref }: { firstHref: string | null; nextHref: string | null }) {
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3 border-t border-line p-4 print:hidden">
      {firstHref ? <Link href={firstHref} className={buttonClasses({ size: "small" })}>First page</Link> : <span />}
      {nextHref && <Link href={nextHref} className={buttonClasses({ size: "small" })}>Next page</Link>}
    </nav>
  );
}

function queryOf(given: Given): URLSearchParams {
  return new URLSearchParams(Object.entries(given).flatMap(([key, value]) => [value ?? []].flat().map((text) => [key, text])));
}

function at(address: string, query: URLSearchParams, cursor?: string): string {
  const asked = new URLSearchParams([...query, ...(cursor ? [["cursor", cursor]] : [])]).toString();
  return asked === "" ? address : `${address}?${asked}`;
}
