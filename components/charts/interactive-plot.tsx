"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Bar, BarChart, Tooltip, type TooltipContentProps, XAxis } from "recharts";
import { figuresOf, type Plot } from "#components/charts/chart.ts";
import { answers, type AnsweringPlace, written } from "#components/charts/figures-for-drawing.ts";
import { Leads } from "#components/charts/leads.tsx";

type Props = { title: string; plot: Plot; takeFocus: boolean; children: ReactNode };

/** The drawing that the server made, within a chart that says the figures of the place that the pointer or the arrow keys are at, and leads to their proofs. */
export function InteractivePlot({ title, plot, takeFocus, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => (takeFocus && frame.current ? focusOnceDrawn(frame.current) : undefined), [takeFocus]);
  return (
    <div ref={frame} className="size-full">
      <BarChart responsive title={title} data={answers(plot)} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} style={{ width: "100%", height: "100%" }}>
        <XAxis hide dataKey="label" />
        <Tooltip isAnimationActive={false} cursor={{ fill: "var(--line)", fillOpacity: 0.5, stroke: "none" }} content={(shown) => <Told shown={shown} plot={plot} />} />
        {figuresOf(plot).map(({ label }, order) => (
          <Bar key={label} name={label} dataKey={(place: AnsweringPlace) => place.figures[order] ?? null} isAnimationActive={false} fill="none" />
        ))}
        {children}
        <Leads plot={plot} />
      </BarChart>
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

function Told({ shown: { active, activeIndex }, plot }: { shown: TooltipContentProps; plot: Plot }) {
  const [place, { minimum }] = [Number(activeIndex ?? -1), plot];
  const at = plot.places[place];
  if (!active || at === undefined) return null;
  const told = figuresOf(plot).map(({ label, values }) => ({ label, value: values[place] ?? null }));
  return (
    <div className="rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-floating">
      <p className="mb-1 font-semibold">{at.label}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {[...told, ...(minimum ? [minimum] : [])].map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="figures text-right">{written(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
