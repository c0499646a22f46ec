import type { ReactNode } from "react";
import { fills, type Plot, rangeFill, steps, strokes } from "#components/charts/chart.ts";
import { written } from "#components/charts/figures-for-drawing.ts";

/** What each look stands for; nothing where there is one series only. */
export function Legend({ plot }: { plot: Plot }) {
  const entries = [...ofColumns(plot), ...ofLines(plot), ...ofBullets(plot)];
  if (entries.length < 2) return null;
  return (
    <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 px-4 text-sm text-muted sm:px-5">
      {entries.map(({ label, look }) => (
        <span key={label} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 16 10" className="h-2.5 w-4">
            {look}
          </svg>
          {label}
        </span>
      ))}
    </p>
  );
}

type Entry = { label: string; look: ReactNode };

function ofColumns({ columns = [], arrangement }: Plot): Entry[] {
  const own = columns.map(({ label, look }) => ({ label, look: <Block fill={fills[look]} /> }));
  return arrangement === "waterfall" ? [...own, { label: "More", look: <Block fill={steps.up} /> }, { label: "Less", look: <Block fill={steps.down} /> }] : own;
}

function ofLines({ lines = [], minimum }: Plot): Entry[] {
  const own = lines.map(({ label, look, dashed }) => ({ label, look: <Stroke look={strokes[look]} dash={dashed ? "4 2" : undefined} /> }));
  return minimum ? [...own, { label: `${minimum.label}: ${written(minimum.value).trim()}`, look: <Stroke look="stroke-critical" dash="6 4" /> }] : own;
}

function ofBullets({ target, ranges = [] }: Plot): Entry[] {
  const own = ranges.map(({ label }, order) => ({ label, look: <Block fill={rangeFill(order)} /> }));
  return target ? [{ label: target.label, look: <Stroke look="stroke-ink" dash={undefined} /> }, ...own] : own;
}

function Block({ fill }: { fill: string }) {
  return <rect x={3} width={10} height={10} className={fill} />;
}

function Stroke({ look, dash }: { look: string; dash: string | undefined }) {
  return <path d="M0 5H16" className={look} strokeWidth={2} strokeDasharray={dash} />;
}
