"use client";

import { ChevronRight } from "lucide-react";
import { type Draft, type Edit, rowsOf } from "#components/custom/drafts.ts";
import { faultsOfRow, type Refused } from "#components/custom/faults.ts";
import { RowFields } from "#components/custom/row-fields.tsx";
import { summaryOf, titleOf } from "#components/custom/row-summary.ts";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import type { ListChoice, RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

type Props = { id: string; draft: Draft; place: number; drafts: readonly Draft[]; answer: Refused | undefined; choices: RowChoices; edit: (edit: Edit) => void };

/** One row: what it is, its place among the others, and its fields while it is open. A row with a fault is open. */
export function RowEditor({ id, draft, place, drafts, answer, choices, edit }: Props) {
  const { key, row, isOpen } = draft;
  const faults = faultsOfRow(row, answer);
  const shows = isOpen || faults.length > 0;
  const title = titleOf(row, choices);
  return (
    <li id={id} aria-label={`Row ${place + 1}: ${title}`} className={classes("min-w-0 rounded-lg border", faults.length > 0 ? "border-critical" : "border-line")}>
      <div className="flex flex-wrap items-center gap-1 p-1.5">
        <button type="button" aria-expanded={shows} aria-controls={`${id}-fields`} onClick={() => edit({ do: "open", key })} className="flex min-h-9 min-w-0 flex-1 basis-56 items-center gap-2 rounded-md px-2 text-left hover:bg-sunken">
          <ChevronRight aria-hidden className={classes("size-4 shrink-0 text-muted", shows && "rotate-90")} />
          <span className="min-w-0 wrap-anywhere">
            <span className="font-medium">
              {place + 1}. {title}
            </span>
            {!shows && <span className="block text-sm text-muted">{summaryOf(row, choices)}</span>}
          </span>
        </button>
        <div className="flex">
          <Button id={`${id}-up`} type="button" size="small" variant="quiet" aria-label={`Up: ${title}`} disabled={place === 0} onClick={() => edit({ do: "move", key, by: -1 })}>
            Up
          </Button>
          <Button id={`${id}-down`} type="button" size="small" variant="quiet" aria-label={`Down: ${title}`} disabled={place === drafts.length - 1} onClick={() => edit({ do: "move", key, by: 1 })}>
            Down
          </Button>
          <Button type="button" size="small" variant="quiet" aria-label={`Take out ${title}`} onClick={() => edit({ do: "takeOut", key })}>
            Take out
          </Button>
        </div>
      </div>
      <div id={`${id}-fields`} hidden={!shows} className="border-t border-line p-3 sm:p-4">
        {shows && (
          <RowFields
            row={row}
            faults={faults}
            offered={{ choices, names: namesFor(row, rowsOf(drafts), choices) }}
            change={(changed) => edit({ do: "change", key, row: changed, taken: choices.measures.map(({ value }) => value) })}
            leaveLabel={() => edit({ do: "leaveLabel", key })}
          />
        )}
      </div>
    </li>
  );
}

/** Rows of the report that a formula can rest on, then the measures that no row of it hides. */
function namesFor(row: CustomRow, rows: readonly CustomRow[], { measures }: RowChoices): ListChoice[] {
  if (row.kind !== "formula") return [];
  const own = rows.flatMap((other) => (other !== row && (other.kind === "accounts" || (other.kind === "formula" && other.unit !== "percent")) && other.id !== "" ? [{ value: other.id, label: `${other.label} (${other.id})` }] : []));
  const hidden = new Set(own.map(({ value }) => value));
  return [...own, ...measures.flatMap(({ value, label }) => (hidden.has(value) ? [] : [{ value, label: `${label} (${value})` }]))];
}
