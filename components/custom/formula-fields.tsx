"use client";

import { useRef } from "react";
import { type Fault, faultAt } from "#components/custom/faults.ts";
import { faultText } from "#components/custom/fault-text.tsx";
import { LabelField, NameField } from "#components/custom/label-fields.tsx";
import type { RowProps } from "#components/custom/row-props.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FilteredList } from "#components/ui/filtered-list.tsx";
import { Select } from "#components/ui/select.tsx";
import type { FormulaRow } from "#lib/reports/custom/custom-row.ts";

type Exception = FormulaRow["notMeaningful"][number];

/** A formula over other rows, its unit, and when it has no figure. */
export function FormulaFields(props: RowProps<FormulaRow>) {
  const { row, faults, offered, change } = props;
  const input = useRef<HTMLInputElement>(null);
  const insert = (name: string) => {
    const place = input.current?.selectionStart ?? row.formula.length;
    change({ ...row, formula: inserted(row.formula, place, name) });
    input.current?.focus();
  };
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <LabelField {...props} />
        <NameField {...props} />
        <Select label="Unit" value={row.unit} choices={unitChoices} onChange={(event) => change({ ...row, unit: unitChoices.find(({ value }) => value === event.target.value)?.value ?? row.unit })} />
      </div>
      <div className="grid gap-2">
        <Field
          ref={input}
          label="Formula"
          value={row.formula}
          maxLength={1_000}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="[&_input]:font-mono"
          onChange={(event) => change({ ...row, formula: event.target.value })}
          hint="Names, numbers, + − * / and parentheses: sales - materials. A percentage is the share it is: left / sales."
          error={faultText(faults, "formula")}
        />
        <div>
          <FilteredList trigger="Insert a name …" name="Insert a name into the formula" choices={offered.names} onPick={insert} />
        </div>
      </div>
      <Exceptions exceptions={row.notMeaningful} faults={faults} change={(notMeaningful) => change({ ...row, notMeaningful })} />
    </div>
  );
}

type ExceptionsProps = { exceptions: readonly Exception[]; faults: readonly Fault[]; change: (exceptions: Exception[]) => void };

/** Conditions under which there is no figure but a reason; the first that holds is said. */
function Exceptions({ exceptions, faults, change }: ExceptionsProps) {
  const put = (place: number, exception: Exception) => change(exceptions.with(place, exception));
  return (
    <div className="grid gap-3">
      {[...exceptions.entries()].map(([place, exception]) => (
        <fieldset key={place} aria-label={`No figure ${place + 1}`} className="grid items-start gap-3 rounded-md border border-line p-3 sm:grid-cols-[1fr_1fr_auto]">
          <Field label="No figure when" value={exception.when} autoComplete="off" spellCheck={false} className="[&_input]:font-mono" onChange={(event) => put(place, { ...exception, when: event.target.value })} hint="sales <= 0" error={faultText(faults, `notMeaningful/${place}/when`)} />
          <Field label="Because" value={exception.reason} maxLength={300} autoComplete="off" onChange={(event) => put(place, { ...exception, reason: event.target.value })} hint="Nothing was sold." error={faultAt(faults, `notMeaningful/${place}/reason`)} />
          <Button type="button" size="small" variant="quiet" aria-label={`Take out condition ${place + 1}`} onClick={() => change(exceptions.filter((_, index) => index !== place))}>
            Take out
          </Button>
        </fieldset>
      ))}
      <div>
        <Button type="button" size="small" variant="quiet" onClick={() => change([...exceptions, { when: "", reason: "" }])}>
          No figure when …
        </Button>
      </div>
    </div>
  );
}

function inserted(formula: string, place: number, name: string): string {
  const [before, after] = [formula.slice(0, place), formula.slice(place)];
  return `${before}${/[\w]$/.test(before) ? " " : ""}${name}${/^[\w]/.test(after) ? " " : ""}${after}`;
}

const unitChoices = [
  { value: "money", label: "Money" },
  { value: "percent", label: "Percent" },
  { value: "ratio", label: "Ratio" },
  { value: "days", label: "Days" },
  { value: "count", label: "Count" },
] as const;
