import { ArrowDown, ArrowUp, Equal, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { type Change, changeOf } from "#components/kpis/change.ts";
import { markInWords } from "#components/kpis/quality-words.ts";
import { wholeUnits } from "#components/reports/figures.ts";
import { figureInSentence } from "#lib/reports/figure-words.ts";
import { classes } from "#components/ui/classes.ts";
import type { Tile } from "#lib/kpis/tiles.ts";
import { money } from "#lib/money.ts";
import type { Report } from "#lib/reports/report.ts";

type Props = { tile: Tile; quality: Report["quality"]; comparedWith: string | null; href: string };

/** A figure with its change, its months and what is unfinished about it; all of it leads to the proof. */
export function KpiTile({ tile, quality, comparedWith, href }: Props) {
  const change = changeOf(tile);
  return (
    <li className="relative flex min-w-0 flex-col rounded-lg border border-line bg-surface p-3 shadow-raised sm:p-4 hover:border-control print:break-inside-avoid print:shadow-none">
      <h2 className="text-sm font-medium text-muted">
        <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus">
          {tile.label}
        </Link>
      </h2>
      <p className="figures mt-1 text-xl font-semibold tracking-tight" title={figureInSentence(tile.value, tile.unit)}>
        {shortFigure(tile)}
      </p>
      {tile.reason && <p className="text-sm text-muted">{tile.reason}</p>}
      {tile.target && <TargetLine target={tile.target} unit={tile.unit} />}
      {change && comparedWith && <ChangeLine change={change} comparedWith={comparedWith} />}
      <div className="pt-3">
        <Sparkline values={tile.history} />
      </div>
      {(tile.beside.length > 0 || tile.mostly) && <Beside tile={tile} />}
      {tile.marks.map((mark) => (
        <p key={mark} className="figures mt-2 flex gap-1.5 text-xs wrap-anywhere text-warning">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {markInWords(mark, quality)}
        </p>
      ))}
    </li>
  );
}

/** Of a figure that two tiles beside each other have no room for on a phone. */
export function isWide(tile: Tile): boolean {
  return shortFigure(tile).length > mostOnAPhone;
}

const mostOnAPhone = 12;

function TargetLine({ target: { value, met }, unit }: { target: NonNullable<Tile["target"]>; unit: Tile["unit"] }) {
  return (
    <p className="figures mt-0.5 text-sm text-muted">
      Target {figureInSentence(value, unit)}
      {met !== null && <span className={met ? "text-positive" : "text-critical"}> {met ? "met" : "missed"}</span>}
    </p>
  );
}

function ChangeLine({ change: { direction, judgement, words }, comparedWith }: { change: Change; comparedWith: string }) {
  const Icon = icons[direction];
  return (
    <p className={classes("mt-0.5 flex items-start gap-1 text-sm", tones[judgement])}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {words}
        <span className="text-muted"> {direction === "level" ? "since" : "than in"} {comparedWith}</span>
      </span>
    </p>
  );
}

function Beside({ tile: { beside, mostly } }: Pick<Props, "tile">) {
  return (
    <dl className="mt-2 grid grid-cols-1 gap-y-1 text-sm">
      {beside.map(({ label, value, unit }) => (
        <div key={label} className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-muted">{label}</dt>
          <dd className="figures whitespace-nowrap">{figureInSentence(value, unit)}</dd>
        </div>
      ))}
      {mostly && (
        <div className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-muted">{mostly.label}</dt>
          <dd className="min-w-0 wrap-anywhere">{mostly.words}</dd>
        </div>
      )}
    </dl>
  );
}

/** Whole units; cents are on hover and in the proof. */
function shortFigure({ value, unit }: Tile): string {
  if (value === null || unit !== "money") return figureInSentence(value, unit);
  const amount = money(value);
  return amount < 0n && wholeUnits(amount) !== "0" ? `−${wholeUnits(amount)}` : wholeUnits(amount);
}

const icons = { up: ArrowUp, down: ArrowDown, level: Equal } as const;
const tones = { better: "text-positive", worse: "text-critical", neither: "text-muted" } as const;
