import { figureInSentence } from "#lib/reports/figure-words.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Tile } from "#lib/kpis/tiles.ts";
import type { Column } from "#lib/reports/report.ts";

type Props = { tiles: readonly Tile[]; months: readonly Column[]; currency: string };

/** What the lines on the tiles draw, month by month. */
export function TilesTable({ tiles, months, currency }: Props) {
  const byMonth = tiles.filter(({ looksAhead }) => !looksAhead);
  return (
    <details className="mt-3">
      <summary className="w-fit rounded-sm text-sm text-muted hover:text-ink">These figures month by month</summary>
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
          <tbody className="[&>tr:last-child>*]:border-b-0">
            {byMonth.map(({ id, label, unit, history }) => (
              <tr key={id}>
                <RowHead className="whitespace-nowrap">{label}</RowHead>
                {history.map((value, month) => (
                  <Cell key={months[month]?.id} numeric>
                    {figureInSentence(value, unit)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
