import { ages, bases, buckets, columns, methods, periods, statementComparisons, taxBases, types } from "#components/reports/choices.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { TrackingChoice } from "#lib/tracking/tracking-choices.ts";

/** `budgets` to compare with, `tracking` categories, and custom reports that are `written` down; where there is none nothing of it is offered. `chosen` is the type of report that the page was asked for. */
type Props = { action: Act; tenantId: string; chosen: string | undefined; budgets: readonly Choice[]; accounts: readonly Choice[]; tracking: readonly TrackingChoice[]; written: readonly Choice[] };
type Choice = { value: string; label: string };

export function NewReportForm({ action, tenantId, chosen, budgets, accounts, tracking, written }: Props) {
  const offered = (value: string) => budgets.length > 0 || !/budget/i.test(value);
  const reports = [...types.filter(({ value }) => offered(value)), ...written];
  return (
    <ActionForm action={action} hidden={{ tenantId }} className="flex flex-col gap-4">
      <Select label="Report" name="type" choices={reports} defaultValue={reports.find(({ value }) => value === chosen)?.value ?? "PROFIT_LOSS"} />
      <div className={forPeriods}>
        <Select label="Period" name="period" choices={[...periods, { value: "custom", label: "Custom" }]} defaultValue="yearToLastMonth" />
        <fieldset className={customDays}>
          <legend className="sr-only">Custom period</legend>
          <Field label="First day" name="from" type="date" />
          <Field label="Last day" name="to" type="date" />
        </fieldset>
        <div className={exceptForNamed}>
          <Select label="Columns" name="columns" choices={[...columns, ...tracking.map(byCategory)]} defaultValue="month" />
          <Select label="Compare with" name="compare" choices={statementComparisons.filter(({ value }) => offered(value))} defaultValue="none" className={notForVariance} />
        </div>
        {budgets.length > 0 && <Select label="Budget" name="budgetId" choices={budgets} className={forBudgets} />}
        <div className={forCashFlows}>
          <Select label="Method" name="method" choices={methods} defaultValue="indirect" />
        </div>
      </div>
      <TrackingFields tracking={tracking} />
      <Field label="As at" name="asAt" type="date" hint="Empty is the usual day." className={forDays} />
      <Select label="Basis" name="basis" choices={bases} defaultValue="accrual" className={forBases} />
      <Field label="As known on" name="knownOn" type="date" hint="Leaves out what was posted after that day. Empty is as known now." className={forKnown} />
      <Select label="Basis" name="taxBasis" choices={taxBases} defaultValue="organisation" className={forTax} />
      <Select label="Account" name="accountId" choices={[{ value: "", label: "All accounts" }, ...accounts]} className={forLedger} />
      <Field label="Exchange rates" name="rates" maxLength={500} autoComplete="off" placeholder="USD 0.61, EUR 0.55" hint="How much of each currency one unit of your own is worth. Without a rate nothing is valued." className={forCurrencies} />
      <div className={forAgedReports}>
        <Select label="Age by" name="ageBy" choices={ages} defaultValue="dueDate" />
        <Select label="Columns" name="buckets" choices={buckets} defaultValue="days" />
        <label className="flex items-center gap-2">
          <input type="checkbox" name="showCredits" value="yes" defaultChecked className="size-4 accent-accent" />
          Set credits off against debts
        </label>
      </div>
      <div>
        <SubmitButton variant="primary" pendingLabel="Making the report">
          Make report
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Each category is folded up until somebody wants only some of its options; a profit and loss can be of two. */
function TrackingFields({ tracking }: Pick<Props, "tracking">) {
  return tracking.map(({ id, name, options }) => (
    <details key={id} className={forTracking}>
      <summary className="w-fit rounded-sm font-medium text-accent">Only some of {name}</summary>
      <Choices legend={`Options of ${name}`} name="trackingOptionIds" choices={options} chosen={[]} className="mt-3" />
    </details>
  ));
}

function byCategory({ id, name }: TrackingChoice): Choice {
  return { value: `tracking:${id}`, label: `A column an option of ${name}` };
}

/** What a type of report does not ask for is not shown; a browser too old to know that asks for everything. */
const forPeriods = "contents in-[form:has(option[value^=AGED]:checked,option[value$=trialBalance]:checked)]:hidden";
const forDays = "not-in-[form:has(option[value^=AGED]:checked,option[value$=trialBalance]:checked)]:hidden";
const forAgedReports = "contents not-in-[form:has(option[value^=AGED]:checked)]:hidden";
const exceptForNamed = "contents in-[form:has(option[value^=named]:checked)]:hidden";

const notForVariance = "in-[form:has(option[value^=BUDGET]:checked)]:hidden";
const forBudgets = "not-in-[form:has(option[value^=BUDGET]:checked,option[value=budget]:checked)]:hidden";
const forCashFlows = "contents not-in-[form:has(option[value^=CASH]:checked)]:hidden";
const forBases = "not-in-[form:has(option[value^=PROFIT]:checked,option[value^=BALANCE]:checked,option[value$=trialBalance]:checked,option[value$=generalLedger]:checked,option[value^=written]:checked)]:hidden";
const forKnown = "not-in-[form:has(option[value^=PROFIT]:checked,option[value^=BALANCE]:checked,option[value^=CASH]:checked,option[value^=AGED]:checked)]:hidden";
const forTracking = "not-in-[form:has(option[value^=PROFIT]:checked,option[value^=BUDGET]:checked,option[value^=written]:checked)]:hidden";
const forTax = "not-in-[form:has(option[value$=taxSummary]:checked)]:hidden";
const forLedger = "not-in-[form:has(option[value$=generalLedger]:checked)]:hidden";
const forCurrencies = "not-in-[form:has(option[value$=fxExposure]:checked)]:hidden";

/** Asked for only where the period is custom; a browser too old to know that asks always. */
const customDays = "grid grid-cols-2 gap-3 not-in-[form:has(option[value=custom]:checked)]:hidden";
