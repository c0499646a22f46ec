import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { bases, columns as columnChoices, comparisons, methods, periods, statementComparisons } from "#components/reports/choices.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** What is shown now; `compare`, `columns`, `basis` and `method` only where they can be chosen, `budgetId` where it is held against a budget,
 * `accountId` and `rates` where it is of an account or values currencies, `knownOn` where it is of what was known on a day, `trackingOptionIds` where of some options. */
export type Shown = { tenantId: string; type: string; from: string; to: string; compare: string | null; columns: string | null; basis: string | null; method: string | null; budgetId?: string; accountId?: string; rates?: string; knownOn?: string; trackingOptionIds?: string };
type Props = { label: string; shown: Shown; action: Act };

/** Which period a page shows and what it is compared with, and the way to another: by its name, by typing it, or one step back or on. */
export function PeriodBar({ label, shown, action }: Props) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1 print:hidden">
      <legend className="sr-only">Period</legend>
      <ActionForm id={steps} action={action} hidden={fieldsOf(shown)}>
        <Step to="-1" keys="[" label="The period before">
          <ChevronLeft aria-hidden className="size-4" />
        </Step>
      </ActionForm>
      <Menu id="period" align="left" trigger={<Trigger label={label} />} keys="p">
        <Choices action={action} shown={shown} />
      </Menu>
      <Step to="1" keys="]" label="The period after">
        <ChevronRight aria-hidden className="size-4" />
      </Step>
    </fieldset>
  );
}

const steps = "period-steps";

/** Both ways are one form, whose fields are sent once; the menu between them is another. */
function Step({ to, keys, label, children }: { to: "-1" | "1"; keys: string; label: string; children: ReactNode }) {
  return (
    <button type="submit" form={steps} name="step" value={to} aria-label={label} data-key={keys} className={buttonClasses({ variant: "quiet", size: "small" })}>
      {children}
    </button>
  );
}

function Choices({ action, shown }: Omit<Props, "label">) {
  const { from, to, compare, columns, basis, method, ...fixed } = fieldsOf(shown);
  return (
    <ActionForm action={action} hidden={{ ...fixed, from, to }} className="flex w-72 flex-col gap-3 p-2">
      <Select label="Period" name="period" choices={[{ value: `${from}..${to}`, label: "The one shown" }, ...periods]} />
      <Field label="Or type one" name="typed" placeholder="FY2026, 2026-Q3, 2026-03" autoComplete="off" maxLength={50} />
      {shown.compare !== null && <Select label="Compare with" name="compare" choices={shown.type === "PROFIT_LOSS" ? statementComparisons : comparisons} defaultValue={compare} />}
      {shown.columns !== null && <Select label="Columns" name="columns" choices={[...(columns.startsWith("tracking:") ? [{ value: columns, label: "A column a tracking option" }] : []), ...columnChoices]} defaultValue={columns} />}
      {shown.basis !== null && <Select label="Basis" name="basis" choices={bases} defaultValue={basis} />}
      {shown.method !== null && <Select label="Method" name="method" choices={methods} defaultValue={method} />}
      <SubmitButton variant="primary" pendingLabel="Making the report">
        Show
      </SubmitButton>
    </ActionForm>
  );
}

function fieldsOf({ columns, compare, basis, method, ...shown }: Shown) {
  return { ...shown, columns: columns ?? "", compare: compare ?? "none", basis: basis ?? "", method: method ?? "" };
}

function Trigger({ label }: { label: string }) {
  return (
    <>
      <CalendarDays aria-hidden className="size-4 text-muted" />
      <span className="sr-only">Period: </span>
      {label}
    </>
  );
}
