import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { monthLabel } from "#lib/day-label.ts";

type Listed = {
  id: string;
  name: string;
  source: "xero" | "file";
  tracking: string | null;
  fileName: string | null;
  importedBy: string | null;
  firstMonth: string | null;
  lastMonth: string | null;
  accounts: number;
  updatedAt: Date;
};
type Props = { budgets: readonly Listed[]; timeZone: string; hrefOf: (id: string) => string };

/** On a phone everything stands beneath the name. */
export function BudgetList({ budgets, timeZone, hrefOf }: Props) {
  return (
    <Table caption="Budgets, newest first">
      <thead>
        <tr>
          <HeadCell>Budget</HeadCell>
          <HeadCell className="max-sm:hidden">From</HeadCell>
        </tr>
      </thead>
      <tbody>
        {budgets.map((budget) => (
          <tr key={budget.id} className="align-top">
            <RowHead>
              <Link href={hrefOf(budget.id)} className="text-accent-strong underline-offset-4 hover:underline">
                {budget.name}
              </Link>
              <span className="mt-0.5 block text-sm font-normal text-muted">{reachOf(budget)}</span>
              {budget.tracking && (
                <Badge tone="info" className="mt-1.5">
                  {budget.tracking} only
                </Badge>
              )}
              <span className="mt-1.5 block text-sm font-normal sm:hidden">
                <Origin budget={budget} timeZone={timeZone} />
              </span>
            </RowHead>
            <Cell className="max-sm:hidden">
              <Origin budget={budget} timeZone={timeZone} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Origin({ budget: { source, fileName, importedBy, updatedAt }, timeZone }: { budget: Listed; timeZone: string }) {
  return (
    <>
      {source === "xero" ? "Xero" : (fileName ?? "A file")}
      <span className="block text-sm text-muted">
        {source === "xero" ? "read " : "imported "}
        <Moment at={updatedAt} timeZone={timeZone} />
        {importedBy && ` by ${importedBy}`}
      </span>
    </>
  );
}

/** "Apr 2026 to Mar 2027, 12 accounts" */
export function reachOf({ firstMonth, lastMonth, accounts }: Pick<Listed, "firstMonth" | "lastMonth" | "accounts">): string {
  if (firstMonth === null || lastMonth === null) return "No figures";
  const months = firstMonth === lastMonth ? monthLabel(firstMonth) : `${monthLabel(firstMonth)} to ${monthLabel(lastMonth)}`;
  return `${months}, ${accounts} ${accounts === 1 ? "account" : "accounts"}`;
}
