import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { tag } from "#app/(signed-in)/o/[organisation]/accounts/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { AccountsTable } from "#components/accounts/accounts-table.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { read } from "#db/index.ts";
import { openAccounts } from "#lib/accounts/open-accounts.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Accounts" };

type Props = { params: Promise<{ organisation: string }> };

export default async function AccountsPage({ params }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  if (!allows(scope, "accounts:read")) notFound();
  const { name, timezone } = await organisationAt(organisation);
  const accounts = await read(scope, openAccounts);
  const [toConfirm, others] = [accounts.filter(({ isToConfirm }) => isToConfirm), accounts.filter(({ isToConfirm }) => !isToConfirm)];
  const shown = { timeZone: timezone ?? "UTC", save: allows(scope, "accounts:write") ? tag.bind(null, organisation) : undefined };
  return (
    <>
      <PageHead
        title="Accounts"
        context={name}
        actions={
          <Link href={`/o/${organisation}/accounts/items`} className={buttonClasses()}>
            Items
          </Link>
        }
      />
      <p className="mb-6 max-w-prose text-muted">
        Key figures and cash flows ask what an account is about and where its cash stands. Type and name answer, until somebody here does. What is changed counts from the next report on; reports made
        before stay as they are.
      </p>
      <div className="grid gap-6">
        {toConfirm.length > 0 && (
          <Card title="To confirm" description="Current accounts whose names suggest a loan, an investment, owners, tax or dividends. By type alone their cash would be operating." flush>
            <AccountsTable caption="Accounts to confirm" accounts={toConfirm} {...shown} />
          </Card>
        )}
        <Card title="Chart of accounts" flush>
          {others.length > 0 ? <AccountsTable caption="Chart of accounts" accounts={others} {...shown} /> : <Empty title="No accounts yet">The first sync fetches them from Xero.</Empty>}
        </Card>
      </div>
    </>
  );
}
