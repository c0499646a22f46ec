// A row in few words, as the list of rows shows it.
import type { Kind } from "#components/custom/drafts.ts";
import type { AccountsRow } from "#components/custom/edit-choice.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import type { ListChoice, RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

export const kindWords: Record<Kind, string> = { heading: "Heading", accounts: "Accounts", kpi: "Key figure", formula: "Formula" };

/** Its label; what it is where it has none yet. */
export function titleOf(row: CustomRow, { keyFigures }: RowChoices): string {
  if (row.kind === "kpi") return labelIn(keyFigures, row.id) || kindWords.kpi;
  return row.label.trim() || kindWords[row.kind];
}

export function summaryOf(row: CustomRow, choices: RowChoices): string {
  if (row.kind === "accounts") return row.accounts.map((choice) => choiceInWords(choice, choices)).join("; ");
  return row.kind === "formula" ? row.formula : kindWords[row.kind];
}

function choiceInWords({ codes = [], sections = [], types = [], systemAccounts = [], tags = [], withoutTags = [], activities = [], side }: AccountsRow["accounts"][number], choices: RowChoices): string {
  const said = [
    codes.map((code) => labelIn(choices.accounts, code)),
    sections.map((section) => labelIn(choices.sections, section)),
    [...types, ...systemAccounts],
    tags.map((tag) => labelIn(choices.tags, tag)),
    withoutTags.map((tag) => `not ${labelIn(choices.tags, tag)}`),
    activities.map((activity) => labelIn(choices.activities, activity)),
    side ? [`in ${side}`] : [],
  ];
  return said.filter(({ length }) => length > 0).map((words) => words.join(", ")).join("; of these ") || "Every account";
}

function labelIn(choices: readonly ListChoice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
