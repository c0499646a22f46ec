import { columns, comparisons, types } from "#components/reports/choices.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

type Row = { type: string; period: string; compare: string; columns: string; more: string };
type Props = { action: Act; hidden: Record<string, string>; name: string; cover: string; rows: readonly Row[]; submit: string };

const usual = { value: "", label: "As usual" };
const reports = [{ value: "", label: "No report" }, { value: "KPI_DASHBOARD", label: "KPI Dashboard" }, ...types];
const periods = [
  { value: "month", label: "The month" },
  { value: "quarterToDate", label: "Quarter to the month" },
  { value: "yearToDate", label: "Financial year to the month" },
  { value: "lastTwelveMonths", label: "Twelve months to the month" },
];

/** A row for each report, and a few more. Works without scripts: the order is by number. */
export function TemplateForm({ action, hidden, name, cover, rows, submit }: Props) {
  return (
    <ActionForm action={action} hidden={{ ...hidden, rows: String(rows.length) }} className="flex flex-col gap-5">
      <Field label="Name" name="name" defaultValue={name} maxLength={100} required className="max-w-md" />
      <TextArea label="Words on the cover" name="cover" defaultValue={cover} maxLength={2_000} rows={3} className="max-w-2xl" />
      {[...rows.entries()].map(([place, row]) => (
        <ReportRow key={place} row={row} place={place} />
      ))}
      <div>
        <SubmitButton variant="primary" pendingLabel="Saving">
          {submit}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function ReportRow({ row, place }: { row: Row; place: number }) {
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2 lg:grid-cols-[5rem_repeat(4,1fr)]">
      <legend className="sr-only">Report {place + 1}</legend>
      <input type="hidden" name={`more.${place}`} value={row.more} />
      <Field label="Number" name={`place.${place}`} inputMode="numeric" defaultValue={String(place + 1)} autoComplete="off" />
      <Select label="Report" name={`type.${place}`} choices={reports} defaultValue={row.type} />
      <Select label="Period" name={`period.${place}`} choices={periods} defaultValue={row.period} />
      <Select label="Compared with" name={`compare.${place}`} choices={[usual, ...comparisons]} defaultValue={row.compare} />
      <Select label="Columns" name={`columns.${place}`} choices={[usual, ...columns]} defaultValue={row.columns} />
    </fieldset>
  );
}
