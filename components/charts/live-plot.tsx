"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import type { Plot } from "#components/charts/chart.ts";

type Props = { title: string; plot: Plot; className: string; children: ReactNode };
type Answering = { Plot: ComponentType<{ title: string; plot: Plot; takeFocus: boolean; children: ReactNode }>; takeFocus: boolean };

/**
 * The plot as the server drew it, until somebody points at it or comes to it by keyboard: then one that answers takes its place, and the library that
 * draws it is loaded for the first time. Paper has the server's. Where it cannot be loaded, everything stays as it was.
 */
export function LivePlot({ title, plot, className, children }: Props) {
  const [answering, setAnswering] = useState<Answering | null>(null);
  const load = async (takeFocus: boolean) => {
    const loaded = await import("#components/charts/interactive-plot.tsx").catch(() => null);
    if (loaded) setAnswering((already) => already ?? { Plot: loaded.InteractivePlot, takeFocus });
  };
  if (answering === null) {
    return (
      <figure aria-label="Chart" tabIndex={0} onPointerEnter={() => load(false)} onFocus={() => load(true)} className={className}>
        {children}
      </figure>
    );
  }
  return (
    <div className={className}>
      <div className="hidden size-full print:block">{children}</div>
      <div className="size-full print:hidden">
        <answering.Plot title={title} plot={plot} takeFocus={answering.takeFocus}>
          {children}
        </answering.Plot>
      </div>
    </div>
  );
}
