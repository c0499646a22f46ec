"use client";

import { AccountsFields } from "#components/custom/accounts-fields.tsx";
import { faultText } from "#components/custom/fault-text.tsx";
import { FormulaFields } from "#components/custom/formula-fields.tsx";
import { LabelField } from "#components/custom/label-fields.tsx";
import type { RowProps } from "#components/custom/row-props.ts";
import { Select } from "#components/ui/select.tsx";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

/** Everything that a row of its kind can say. */
export function RowFields({ row, ...rest }: RowProps<CustomRow>) {
  if (row.kind === "accounts") return <AccountsFields {...rest} row={row} />;
  if (row.kind === "formula") return <FormulaFields {...rest} row={row} />;
  if (row.kind === "kpi") return <KeyFigureField {...rest} row={row} />;
  return <LabelField {...rest} row={row} />;
}

function KeyFigureField({ row, faults, offered: { choices }, change }: RowProps<Extract<CustomRow, { kind: "kpi" }>>) {
  const isOffered = choices.keyFigures.some(({ value }) => value === row.id);
  const first = isOffered ? [] : [{ value: row.id, label: row.id || "Choose …" }];
  return (
    <Select
      label="Key figure"
      value={row.id}
      choices={[...first, ...choices.keyFigures]}
      onChange={(event) => change({ ...row, id: event.target.value })}
      hint="Label and unit are those of the dashboard. Figures that rest on documents cannot be had here."
      error={faultText(faults, "id")}
    />
  );
}
