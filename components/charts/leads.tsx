import type { ReactNode } from "react";
import { type Figures, type Plot, proofOf } from "#components/charts/chart.ts";
import { acrossOf, boxOf, heightOf, pointsOf, size } from "#components/charts/geometry.ts";
import { marksOf } from "#components/charts/marks.ts";

/** Over a drawing, what leads from each mark that has one to the proof of its figure. The keyboard has the table for it. */
export function Leads({ plot }: { plot: Plot }) {
  const [across, y] = [acrossOf(plot), heightOf(plot)];
  const { places, lines = [] } = plot;
  return (
    <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className="size-full overflow-visible [&_path]:[vector-effect:non-scaling-stroke]">
      {marksOf(plot).map((mark) => (
        <Lead key={`${mark.of.label} ${places[mark.place]?.id}`} plot={plot} of={mark.of} place={mark.place}>
          <rect {...boxOf(mark, across, y)} className="fill-transparent hover:fill-surface/25" />
        </Lead>
      ))}
      {lines.flatMap((one) =>
        pointsOf(one, across, y).map((point, place) => (
          <Lead key={`${one.label} ${places[place]?.id}`} plot={plot} of={one} place={place}>
            {point && <path d={`M${point.x} ${point.y}h0`} className="stroke-transparent hover:stroke-ink/15" strokeWidth={14} strokeLinecap="round" />}
          </Lead>
        )),
      )}
    </svg>
  );
}

function Lead({ plot, of, place, children }: { plot: Plot; of: Figures; place: number; children: ReactNode }) {
  const href = proofOf(plot, of, place);
  return href ? (
    <a href={href} tabIndex={-1}>
      {children}
    </a>
  ) : null;
}
