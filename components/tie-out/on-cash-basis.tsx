import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { DifferingAccountsTable } from "#components/tie-out/differing-accounts-table.tsx";
import type { DifferingAccount } from "#components/tie-out/tie-out.ts";
import { PageHead } from "#components/shell/page-head.tsx";
import { Card } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { dayLabel } from "#lib/day-label.ts";
import type { TieOut } from "#lib/ledger/tie-out/tie-out.ts";

type Props = { name: string; onAccrual: string; compared: TieOut | null; accounts: readonly DifferingAccount[]; currency: string; timeZone: string; ledgerIsJournals: boolean };

/** The one day that Xero is asked for on cash basis: balances as they stand on it, not movements. */
export function OnCashBasis({ name, onAccrual, compared, accounts, currency, timeZone, ledgerIsJournals }: Props) {
  return (
    <>
      <PageHead title="Tie-out on cash basis" context={name} />
      <Card flush>
      <div className="grid gap-3 px-4 py-5 sm:px-5">
        {compared ? <Standing compared={compared} timeZone={timeZone} /> : <p>Xero was not asked on cash basis yet. A sync asks for the end of the last month, once something was paid by then.</p>}
        <p className="max-w-prose text-muted">
          Xero is asked for one day on cash basis, the end of the last month, and once a day at most. Balances as they stand on that day are compared; a difference is explained where it is the same as on accrual basis.
          {ledgerIsJournals && " On accrual basis the ledger is Xero's own journals here; on cash basis it is made from the documents, so that what Xero posts by itself differs."}
        </p>
      </div>
      {accounts.length > 0 && <DifferingAccountsTable caption={`Accounts that differ on cash basis, as at ${dayLabel(compared?.asAt ?? "")}`} accounts={accounts} currency={currency} />}
      </Card>
      <p className="mt-6">
        <TextLink href={onAccrual}>The tie-out on accrual basis</TextLink>, month by month.
      </p>
    </>
  );
}

function Standing({ compared, timeZone }: { compared: TieOut; timeZone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <TieOutBadge tieOut={{ ...compared, current: compared.outdated.length === 0 }} meaning="The differences of all accounts as at this day, added up without sign." />
      <span>
        As at {dayLabel(compared.asAt)}, read <Moment at={compared.checkedAt} timeZone={timeZone} />
      </span>
    </p>
  );
}
