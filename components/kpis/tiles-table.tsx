"use client";

import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

/** `figures` are words, a month's each, in the order of `months`. */
export type MonthlyRow = { id: string; label: string; figures: readonly string[] };
type Props = { rows: readonly MonthlyRow[]; months: readonly { id: string; label: string }[]; currency: string };

/** What the lines on the tiles draw, month by month. */
export function TilesTable(props: Props) {
  return (
    <WhenOpened summary="These figures month by month" className="mt-3">
      {() => <MonthlyTable {...props} />}
    </WhenOpened>
  );
}

function MonthlyTable({ rows, months, currency }: Props) {
  return (
    <div className="mt-2 rounded-lg border border-line bg-surface">
      <Table caption={`Key figures by month, ${currency}`} className="text-sm [&_tbody_:is(td,th)]:py-1.5">
        <thead>
          <tr>
            <HeadCell>Figure</HeadCell>
            {months.map(({ id, label }) => (
              <HeadCell key={id} numeric>
                {label}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, figures }) => (
            <tr key={id}>
              <RowHead className="whitespace-nowrap">{label}</RowHead>
              {figures.map((figure, month) => (
                <Cell key={months[month]?.id} numeric>
                  {figure}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
