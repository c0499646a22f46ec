import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { OnCashBasis } from "#components/tie-out/on-cash-basis.tsx";
import { DifferingAccountsTable } from "#components/tie-out/differing-accounts-table.tsx";
import { chosenReading, differingAccounts, readingsOf } from "#components/tie-out/readings.ts";
import { ReadingsTable } from "#components/tie-out/readings-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { read } from "#db/index.ts";
import { lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { cashTieOut } from "#lib/ledger/tie-out/cash-tie-out.ts";
import { readBooks } from "#lib/ledger/tie-out/read-books.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Tie-out" };

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ asAt?: string | string[]; basis?: string | string[] }> };

export default async function TieOutPage({ params, searchParams }: Props) {
  const { organisation: tenantId } = await params;
  const scope = await requireScope(tenantId);
  if (!allows(scope, "journals:read")) notFound();
  const organisation = await organisationAt(tenantId);
  const timeZone = organisation.timezone ?? "UTC";
  const to = lastDayOf(monthOf(todayIn(timeZone)));
  const asked = await searchParams;
  const address = addressOf(tenantId, "tie-out");
  const compareOn = asked.basis === "cash" ? cashTieOut : tieOut;
  const { books, compared } = await read(scope, async (q) => {
    const books = await readBooks(q);
    return { books, compared: await compareOn(q, { to, books }) };
  });
  const chart = books?.chart ?? [];
  if (asked.basis === "cash") {
    const accounts = compared ? differingAccounts(compared, chart, compared.asAt) : [];
    return <OnCashBasis name={organisation.name} onAccrual={address} currency={organisation.baseCurrency ?? ""} ledgerIsJournals={books?.hasJournals ?? false} {...{ compared, accounts, timeZone }} />;
  }
  if (!compared) return <NotCompared name={organisation.name} />;

  const currency = organisation.baseCurrency ?? "";
  const readings = readingsOf(compared, (asAt) => `${address}?asAt=${asAt}`, todayIn(timeZone));
  const shown = chosenReading(readings, asked.asAt);
  const accounts = differingAccounts(compared, chart, shown?.asAt);

  return (
    <>
      <PageHead
        title="Tie-out"
        context={
          <>
            <TieOutBadge tieOut={{ ...compared, current: compared.outdated.length === 0 }} />
            <span>
              Checked <Moment at={compared.checkedAt} timeZone={timeZone} />
            </span>
          </>
        }
      />
      <p className="mb-6 max-w-prose text-muted">
        Daybook posts its own ledger from the documents and holds it against Xero's trial balance, account by account and month by month. What differs stands here and in rows of its own on every
        statement; nothing is adjusted away. Whether the ledger adds up in itself stands under <TextLink href={`${addressOf(tenantId)}/health`}>health of the books</TextLink>.
      </p>
      <div className="grid gap-6">
        {shown && (
          <Card title={shown.label} description={accounts.length > 0 ? `Accounts whose movement differs in Xero, ${currency}, the largest difference first` : undefined} flush>
            {accounts.length > 0 ? (
              <DifferingAccountsTable caption={`Accounts that differ, ${shown.label}`} accounts={accounts} currency={currency} />
            ) : (
              <p className="px-4 pb-5 sm:px-5">Every account moved as it did in Xero.</p>
            )}
          </Card>
        )}
        <Card title="Months" flush>
          <ReadingsTable readings={readings} currency={currency} shown={shown?.asAt} />
        </Card>
        <p>
          Xero is asked on cash basis as well, for the end of the last month: <TextLink href={`${address}?basis=cash`}>the tie-out on cash basis</TextLink>.
        </p>
      </div>
    </>
  );
}

function NotCompared({ name }: { name: string }) {
  return (
    <>
      <PageHead title="Tie-out" context={name} />
      <Card flush>
        <Empty title="Not compared with Xero yet">A sync ends by reading Xero's trial balance and holding the ledger against it. The comparison stands here after the first one.</Empty>
      </Card>
    </>
  );
}
