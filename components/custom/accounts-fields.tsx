"use client";

import { useId, useState } from "react";
import { ChoiceFields } from "#components/custom/choice-fields.tsx";
import { type AccountsRow, type Choice, withChoice, withMonths, withoutChoice } from "#components/custom/edit-choice.ts";
import { faultAt } from "#components/custom/faults.ts";
import { LabelField, NameField } from "#components/custom/label-fields.tsx";
import type { RowProps } from "#components/custom/row-props.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

/** A row of accounts: which, on which side, and of which days. */
export function AccountsFields(props: RowProps<AccountsRow>) {
  const { row, faults, change } = props;
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <LabelField {...props} />
        <NameField {...props} />
      </div>
      <Accounts {...props} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Positive are" value={String(row.sign)} choices={signs} onChange={(event) => change({ ...row, sign: event.target.value === "1" ? 1 : -1 })} />
        <Select label="Measured is" value={row.of} choices={measured} onChange={(event) => change({ ...row, of: measured.find(({ value }) => value === event.target.value)?.value ?? row.of })} />
        <Select label="Months together" value={String(row.months ?? "")} choices={together} onChange={(event) => change(withMonths(row, { months: Number(event.target.value) || null }))} />
        <Select label="Months back" value={String(row.monthsBack ?? "")} choices={back} onChange={(event) => change(withMonths(row, { monthsBack: Number(event.target.value) || null }))} />
      </div>
      <div>
        <label className="flex w-fit items-center gap-2">
          <input type="checkbox" checked={row.each} onChange={(event) => change({ ...row, each: event.target.checked })} className="size-4 shrink-0 accent-accent" />
          List the accounts one by one, the row is their sum
        </label>
        {faultAt(faults, "each") && <p className="text-sm font-medium text-critical">{faultAt(faults, "each")}</p>}
      </div>
    </div>
  );
}

function Accounts({ row, faults, offered: { choices }, change }: RowProps<AccountsRow>) {
  const id = useId();
  const [isAdding, setIsAdding] = useState(false);
  const fault = faultAt(faults, "accounts");
  const shown: Choice[] = isAdding || row.accounts.length === 0 ? [...row.accounts, {}] : row.accounts;
  const put = (place: number, choice: Choice) => {
    setIsAdding(false);
    const { accounts } = row;
    change({ ...withChoice(row, place, choice), sign: accounts.length === 0 ? usualSign(choice, choices, row.sign) : row.sign });
  };
  return (
    <div data-invalid={fault ? true : undefined}>
      <div className="grid gap-3">
        {[...shown.entries()].map(([place, choice]) => (
          <ChoiceFields
            key={place}
            choice={choice}
            name={place === 0 ? "Accounts" : `Other accounts ${place}`}
            isWritten={place < row.accounts.length}
            choices={choices}
            change={(said) => put(place, said)}
            takeOut={place < row.accounts.length ? () => change(withoutChoice(row, place)) : () => setIsAdding(false)}
            describedBy={fault && `${id}-error`}
          />
        ))}
      </div>
      {fault && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-critical">
          {fault}
        </p>
      )}
      {row.accounts.length > 0 && !isAdding && (
        <Button type="button" size="small" variant="quiet" className="mt-2" onClick={() => setIsAdding(true)}>
          And other accounts
        </Button>
      )}
    </div>
  );
}

/** That of the first account or section that was chosen: income is positive in credit, costs in debit. */
function usualSign({ codes, sections }: Choice, choices: RowChoices, otherwise: 1 | -1): 1 | -1 {
  const first = choices.accounts.find(({ value }) => value === codes?.[0]) ?? choices.sections.find(({ value }) => value === sections?.[0]);
  return first?.sign ?? otherwise;
}

const signs = [
  { value: "-1", label: "Credits: income, liabilities, equity" },
  { value: "1", label: "Debits: costs, assets" },
];
const measured = [
  { value: "movement", label: "What moved in the column’s days" },
  { value: "balance", label: "The balance at their end" },
  { value: "openingBalance", label: "The balance before they began" },
] as const;
const months = Array.from({ length: 12 }, (_, place) => ({ value: String(place + 1), label: String(place + 1) }));
const together = [{ value: "", label: "The column’s days alone" }, ...months.slice(1).map(({ value }) => ({ value, label: `${value} months, the column’s the last` }))];
const back = [{ value: "", label: "The column’s own days" }, ...months.map(({ value }) => ({ value, label: `The same days ${value} ${value === "1" ? "month" : "months"} earlier` }))];
