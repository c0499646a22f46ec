import { Part, Specimen } from "#app/design/specimen.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { KpiTile } from "#components/kpis/kpi-tile.tsx";
import { NeedsAttention } from "#components/kpis/needs-attention.tsx";
import type { Tile } from "#lib/kpis/tiles.ts";
import { exampleReport } from "#lib/reports/examples.ts";

const plain: Tile = {
  id: "plain",
  label: "Revenue",
  unit: "money",
  value: "135500.03",
  reason: null,
  before: "120031.40",
  good: "up",
  target: null,
  history: ["90", "102", "95", "110", "104", "118", "120", "117", "125", "122", "131", "135"],
  looksAhead: false,
  beside: [],
  mostly: null,
  marks: [],
  cell: "kpi:revenue|2026-10",
};

const tiles: readonly Tile[] = [
  plain,
  { ...plain, id: "worse", label: "Receivables, and they grew", good: "down", beside: [{ label: "Overdue", value: "41.50", unit: "percent" }, { label: "Debtor days", value: "38.0", unit: "days" }], mostly: { label: "Owes most", words: "Kauri & Sons" } },
  { ...plain, id: "negative", label: "A loss", value: "-4321.09", history: ["3", "1", "-2", null, "-4"] },
  { ...plain, id: "none", label: "Gross margin", unit: "percent", value: null, before: null, reason: "There was no revenue.", history: [null, null, null] },
  { ...plain, id: "met", label: "A target that is met", target: { value: "130000.00", met: true } },
  { ...plain, id: "missed", label: "A target that is missed", target: { value: "140000.00", met: false } },
  { ...plain, id: "unreconciled", label: "Cash, unreconciled", marks: ["unreconciled"] },
  { ...plain, id: "drafts", label: "With drafts", marks: ["drafts"], before: "135500.03" },
  { ...plain, id: "unexplained", label: "Not tied to Xero", marks: ["unexplained"] },
  { ...plain, id: "notFinal", label: "Before the first sync is complete", marks: ["notFinal"] },
];

/** Figures that stand alone, with each mark that says what is unfinished about them. */
export function Tiles() {
  const quality = { ...exampleReport.quality, unreconciled: { count: 14, amount: "2310.55" }, unexplained: "120.00" };
  return (
    <Part title="Tiles">
      <Specimen name="Better, worse, negative, not meaningful; and each mark">
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {tiles.map((tile) => (
            <KpiTile key={tile.id} tile={tile} quality={quality} comparedWith="Oct 2025" href={`#${tile.id}`} />
          ))}
        </ul>
      </Specimen>
      <div className="grid gap-6 sm:grid-cols-2">
        <Specimen name="Needs attention, with nothing to say">
          <NeedsAttention matters={[]} currency="NZD" now={new Date("2026-11-21T07:30:00Z")} hrefOf={() => null} />
        </Specimen>
        <Specimen name="Sparkline: through zero, one month, none">
          <div className="grid max-w-xs gap-3">
            <Sparkline values={["4", "1", "-2", null, "3", "-1", "2"]} />
            <Sparkline values={["4"]} />
            <Sparkline values={[null]} />
          </div>
        </Specimen>
      </div>
    </Part>
  );
}
