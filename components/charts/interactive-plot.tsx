"use client";

import { useEffect, useRef } from "react";
import { Bar, type BarShapeProps, ComposedChart, Line, Tooltip, type TooltipContentProps, XAxis, YAxis } from "recharts";
import { fills, type Plot, type Series } from "#components/charts/chart.ts";
import { drawn, inWords, written } from "#components/charts/figures-for-drawing.ts";

type Props = { title: string; plot: Plot; takeFocus: boolean };
type Place = { label: string; figures: readonly (number | null)[] };

/** The same plot as `ColumnChart` draws, over the same axes; it says the figures of the place that the pointer or the arrow keys are at. */
export function InteractivePlot({ title, plot: { places, columns, line, axis }, takeFocus }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const series = [...columns, ...(line ? [line] : [])];
  const data: Place[] = places.map(({ label }, place) => ({ label, figures: series.map(({ values }) => drawn(values[place] ?? null)) }));
  const figureOf = (order: number) => (place: Place) => place.figures[order] ?? null;
  useEffect(() => (takeFocus && frame.current ? focusOnceDrawn(frame.current) : undefined), [takeFocus]);
  return (
    <div ref={frame} className="size-full">
      <ComposedChart responsive title={title} data={data} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} barCategoryGap="15%" barGap={0} style={{ width: "100%", height: "100%" }}>
        <XAxis hide dataKey="label" />
        <YAxis hide domain={[...axis]} allowDataOverflow />
        <Tooltip isAnimationActive={false} cursor={{ fill: "var(--line)", fillOpacity: 0.5, stroke: "none" }} content={(shown) => <Figures shown={shown} places={places} series={series} />} />
        {columns.map((one, order) => (
          <Bar key={one.label} name={one.label} dataKey={figureOf(order)} isAnimationActive={false} shape={(bar) => <Column bar={bar} of={one} place={places[bar.index]?.label ?? ""} />} />
        ))}
        {line && <Line name={line.label} type="linear" dataKey={figureOf(columns.length)} isAnimationActive={false} stroke="var(--surface)" strokeWidth={5} dot={false} activeDot={false} />}
        {line && <Line name={line.label} type="linear" dataKey={figureOf(columns.length)} isAnimationActive={false} stroke="var(--ink)" strokeWidth={2} dot={{ r: 3, fill: "var(--ink)", strokeWidth: 0 }} activeDot={{ r: 4, fill: "var(--ink)", strokeWidth: 0 }} />}
      </ComposedChart>
    </div>
  );
}

/** Whoever came by keyboard stood on the drawing that this one replaces, and this one is drawn only when it knows its size. */
function focusOnceDrawn(frame: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    const drawing = frame.querySelector("svg");
    if (!drawing) return;
    observer.disconnect();
    drawing.focus();
  });
  observer.observe(frame, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function Column({ bar: { index, x, y, width, height }, of, place }: { bar: BarShapeProps; of: Series; place: string }) {
  return (
    <a href={of.hrefs[index]} tabIndex={-1} aria-label={inWords(place, of.label, of.values[index] ?? null)} className="hover:opacity-75">
      <rect x={x} y={Math.min(y, y + height)} width={width} height={Math.abs(height)} className={fills[of.look]} />
    </a>
  );
}

function Figures({ shown: { active, activeIndex }, places, series }: { shown: TooltipContentProps; places: Plot["places"]; series: readonly Series[] }) {
  const place = Number(activeIndex ?? -1);
  if (!active || places[place] === undefined) return null;
  return (
    <div className="rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-floating">
      <p className="mb-1 font-semibold">{places[place].label}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {series.map(({ label, values }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="figures text-right">{written(values[place] ?? null)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
