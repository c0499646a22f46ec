"use client";

import type { Choice } from "#components/custom/edit-choice.ts";
import { Button } from "#components/ui/button.tsx";
import { PickMany } from "#components/ui/pick-many.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

type Props = {
  choice: Choice;
  /** What these accounts are called beside others of the row. */
  name: string;
  /** Whether the row says so already; else it is a place to begin at. */
  isWritten: boolean;
  choices: RowChoices;
  change: (choice: Choice) => void;
  takeOut: () => void;
  describedBy: string | undefined;
};

/** Which accounts: single ones or whole sections, and conditions that narrow them, all of which must be true. */
export function ChoiceFields({ choice, name, isWritten, choices, change, takeOut, describedBy }: Props) {
  const { codes = [], sections = [], types = [], systemAccounts = [], tags = [], withoutTags = [], activities = [], side } = choice;
  const isNarrowed = [types, systemAccounts, tags, withoutTags, activities].some(({ length }) => length > 0) || side !== undefined;
  const isEvery = isWritten && Object.keys(choice).length === 0;
  return (
    <fieldset aria-label={name} className="min-w-0 rounded-md border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <PickMany label="Single accounts" choices={choices.accounts} chosen={codes} onChange={(chosen) => change({ ...choice, codes: chosen })} describedBy={describedBy} />
        <PickMany label="Sections" choices={choices.sections} chosen={sections} onChange={(chosen) => change({ ...choice, sections: chosen })} />
      </div>
      {isEvery && <p className="mt-2 text-sm text-muted">Every account of the chart, for nothing narrows it.</p>}
      {codes.length > 0 && sections.length > 0 && <p className="mt-2 text-sm text-muted">Only those of the accounts that stand in the sections.</p>}
      <details open={isNarrowed || undefined} className="mt-3">
        <summary className="w-fit rounded-sm text-sm text-muted hover:text-ink">Narrow by type, role, activity or side</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          <PickMany label="Xero’s types" choices={choices.types} chosen={types} onChange={(chosen) => change({ ...choice, types: chosen })} />
          <PickMany label="Xero’s system accounts" choices={choices.systemAccounts} chosen={systemAccounts} onChange={(chosen) => change({ ...choice, systemAccounts: chosen })} />
          <PickMany label="Roles" choices={choices.tags} chosen={tags} onChange={(chosen) => change({ ...choice, tags: chosen })} />
          <PickMany label="Without these roles" choices={choices.tags} chosen={withoutTags} onChange={(chosen) => change({ ...choice, withoutTags: chosen })} />
          <PickMany label="Activities of the cash flow" choices={choices.activities} chosen={activities} onChange={(chosen) => change({ ...choice, activities: chosen })} />
          <Select label="Only while the balance is" value={side ?? ""} choices={sides} onChange={(event) => change({ ...choice, side: sides.find(({ value }) => value === event.target.value)?.side })} />
        </div>
      </details>
      {(isEvery || name !== "Accounts") && (
        <Button type="button" size="small" variant="quiet" className="mt-2" aria-label={`Take out ${name.toLowerCase()}`} onClick={takeOut}>
          Take out
        </Button>
      )}
    </fieldset>
  );
}

const sides = [
  { value: "", label: "On either side", side: undefined },
  { value: "debit", label: "In debit", side: "debit" },
  { value: "credit", label: "In credit", side: "credit" },
] as const;
