"use client";

import Link from "next/link";
import { figuresOf, type Plot, proofOf } from "#components/charts/chart.ts";
import { written } from "#components/charts/figures-for-drawing.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

type Props = { caption: string; by: string; plot: Plot };

/** The figures of a chart, each with its proof behind it. */
export function ChartTable(props: Props) {
  return (
    <WhenOpened summary="The figures" className="mt-3 border-t border-line" summaryClassName="mx-4 my-2 sm:mx-5">
      {() => <FiguresTable {...props} />}
    </WhenOpened>
  );
}

function FiguresTable({ caption, by, plot }: Props) {
  const [series, { places, today, minimum }] = [figuresOf(plot), plot];
  return (
    <Table caption={caption} className="text-sm [&_tbody_:is(td,th)]:py-1">
      <thead>
        <tr>
          <HeadCell className="first-letter:uppercase">{by}</HeadCell>
          {series.map(({ label }) => (
            <HeadCell key={label} numeric>
              {label}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map(({ id, label }, place) => (
          <tr key={id}>
            <RowHead className="font-normal whitespace-nowrap">
              {label}
              {place === today && ", today"}
            </RowHead>
            {series.map((one) => (
              <Cell key={one.label} numeric>
                <Amount value={one.values[place] ?? null} href={proofOf(plot, one, place)} />
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {minimum && (
        <tfoot>
          <tr>
            <RowHead className="border-t border-b-0 font-normal">{minimum.label}</RowHead>
            <Cell numeric colSpan={series.length} className="border-t border-b-0">
              {written(minimum.value)}
            </Cell>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function Amount({ value, href }: { value: string | null; href: string | null }) {
  if (value === null || !href) return written(value);
  return (
    <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
      {written(value)}
    </Link>
  );
}
