import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { ItemsTable } from "#components/items/items-table.tsx";
import { StockTable } from "#components/items/stock-table.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { read } from "#db/index.ts";
import { dayLabel } from "#lib/day-label.ts";
import { openStock } from "#lib/items/open-stock.ts";
import { listStoredItems } from "#lib/items/read-items.ts";
import { asRefusal } from "#lib/problem.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Items" };

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ cursor?: string | string[] }> };

export default async function ItemsPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  if (!allows(scope, "accounts:read")) notFound();
  const { baseCurrency } = await organisationAt(organisation);
  const currency = baseCurrency ?? "base currency";
  const cursor = first((await searchParams).cursor);
  const { data, nextCursor } = await listStoredItems.run([scope], { limit: 200, cursor }).catch(missing);
  const { asAt, accounts } = await read(scope, openStock);
  const address = `/o/${organisation}/accounts`;
  return (
    <>
      <PageHead title="Items" context={<span>What lines sell and buy, to the <TextLink href={address}>accounts</TextLink> they are coded to. Read from Xero once a day.</span>} />
      <div className="grid gap-6">
        {accounts.length > 0 && (
          <Card title="Stock" description="What Xero tracks, by its list of items and by its ledger. The trial balance is of the end of the month under way: a document dated later sets the two apart." flush>
            <StockTable accounts={accounts} currency={currency} asAt={asAt === null ? "not read yet" : dayLabel(asAt)} />
          </Card>
        )}
        <Card title="All items" flush>
          {data.length === 0 && <Empty title="No items">Xero has none in this organisation, or the first sync has yet to fetch them.</Empty>}
          {data.length > 0 && <ItemsTable items={data} currency={currency} />}
          {nextCursor && (
            <p className="border-t border-line p-4 text-center">
              <Link href={`${address}/items?cursor=${nextCursor}`} className={buttonClasses({ size: "small" })}>
                Next items
              </Link>
            </p>
          )}
        </Card>
      </div>
    </>
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
