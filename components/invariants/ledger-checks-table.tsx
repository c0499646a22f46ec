import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { amountInColumn, amountInSentence } from "#lib/amount-label.ts";
import { dayLabel } from "#lib/day-label.ts";
import { invariantWords } from "#lib/invariants/invariant-words.ts";
import type { LedgerCheck } from "#lib/invariants/list-invariants.ts";
import { money } from "#lib/money.ts";

type Props = { checks: readonly LedgerCheck[]; currency: string };

/** What does not hold comes first. */
export function LedgerChecksTable({ checks, currency }: Props) {
  const sorted = checks.toSorted((one, other) => Number(one.holds) - Number(other.holds));
  return (
    <Table caption={`What must hold in these books, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>What must hold</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Basis</HeadCell>
          <HeadCell numeric>One side</HeadCell>
          <HeadCell numeric>The other</HeadCell>
          <HeadCell numeric>Difference</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sorted.map((check) => (
          <Line key={`${check.invariant} ${check.basis}`} check={check} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ check: { invariant, says, basis, holds, asAt, one, other, allowed } }: { check: LedgerCheck }) {
  const [left, right] = [money(one), money(other)];
  const words = invariantWords[invariant];
  return (
    <tr>
      <RowHead className="min-w-48">
        {says}
        <span className="block text-sm font-normal text-muted">
          {words.one} and {words.other.toLowerCase()}, to {dayLabel(asAt)}
          {money(allowed) === 0n ? "" : `; ${amountInSentence(money(allowed))} allowed for documents in other currencies`}
        </span>
      </RowHead>
      <Cell className="whitespace-nowrap">
        <Badge tone={holds ? "success" : "error"}>{holds ? "Holds" : "Does not hold"}</Badge>
      </Cell>
      <Cell>{basis === "accrual" ? "Accrual" : "Cash"}</Cell>
      <Cell numeric>{amountInColumn(left)}</Cell>
      <Cell numeric>{amountInColumn(right)}</Cell>
      <Cell numeric>{amountInColumn(left - right)}</Cell>
    </tr>
  );
}
