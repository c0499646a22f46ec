"use client";

import { faultAt } from "#components/custom/faults.ts";
import type { RowProps } from "#components/custom/row-props.ts";
import { Field } from "#components/ui/field.tsx";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

type Labelled = Exclude<CustomRow, { kind: "kpi" }>;
type Named = Extract<CustomRow, { kind: "accounts" | "formula" }>;

/** What a row says in front of its figures. */
export function LabelField({ row, faults, change, leaveLabel }: RowProps<Labelled>) {
  return <Field label="Label" value={row.label} maxLength={300} autoComplete="off" onChange={(event) => change({ ...row, label: event.target.value })} onBlur={leaveLabel} error={faultAt(faults, "label")} />;
}

/** What formulas call it. */
export function NameField({ row, faults, change }: RowProps<Named>) {
  return <Field label="Name in formulas" value={row.id} autoComplete="off" spellCheck={false} autoCapitalize="none" onChange={(event) => change({ ...row, id: event.target.value })} error={faultAt(faults, "id")} />;
}
