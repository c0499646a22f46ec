// A budget's cell back to the months of the budget, and a variance back to the two cells it is between.
import { dayLabel, monthLabel } from "#lib/day-label.ts";
import { plainInput } from "#lib/reports/figure-inputs.ts";
import type { Explanation, Input } from "#lib/reports/proof.ts";
import type { HeldAgainst, Proof, Report, Row } from "#lib/reports/report.ts";

type BudgetProof = Extract<Proof, { kind: "budget" | "variance" | "variancePercent" }>;
type Place = { row: string; column: string };

export function isOfBudget(proof: Proof): proof is BudgetProof {
  return proof.kind === "budget" || proof.kind === "variance" || proof.kind === "variancePercent";
}

export function budgetExplanation(report: Report, { label, sign }: Row, proof: BudgetProof, inputOf: (place: Place) => Input): Pick<Explanation, "formula" | "inputs"> {
  if (proof.kind === "variancePercent") return { formula: `${label}: variance ÷ budget without its sign × 100, rounded to two decimals`, inputs: [inputOf(proof.variance), inputOf(proof.budget)].map(named(["Variance", "Budget"])) };
  if (proof.kind === "variance") {
    const [actual, budget] = [inputOf(proof.actual), inputOf(proof.budget)].map(named(["Actual", "Budget"]));
    const better = sign === -1 ? "More than the budget is favourable, less is adverse" : "Less than the budget is favourable, more is adverse";
    return { formula: `${label}: actual less budget. ${better}.`, inputs: [...(actual ? [actual] : []), ...(budget ? [{ ...budget, factor: -1 as const }] : [])] };
  }
  const budget = "budget" in report ? report.budget : undefined;
  return { formula: `${label} = its months in ${budget ? budgetInWords(budget) : "the budget"}`, inputs: proof.months.map((month) => monthInput(month, budget)) };
}

/** "“Board 2027”, imported from board.csv by Aroha Ngata on 21 Nov 2026" */
function budgetInWords({ name, source, fileName, importedBy, readAt }: HeldAgainst): string {
  const on = dayLabel(readAt.slice(0, 10));
  if (source === "xero") return `“${name}”, Xero's budget as it was read on ${on}`;
  return `“${name}”, imported${fileName ? ` from ${fileName}` : ""}${importedBy ? ` by ${importedBy}` : ""} on ${on}`;
}

function named(words: readonly string[]) {
  return (input: Input, index: number): Input => ({ ...input, label: `${words[index] ?? ""}: ${input.label}` });
}

function monthInput({ month, budgeted, counted, days, lineNumber, note }: Extract<Proof, { kind: "budget" }>["months"][number], budget: HeldAgainst | undefined): Input {
  const where = lineNumber === null ? "" : `, line ${lineNumber}${budget?.fileName ? ` of ${budget.fileName}` : ""}`;
  const part = days && budgeted !== null ? `, ${days.counted} of ${days.of} days of ${budgeted}` : "";
  const said = budgeted === null ? ": no figure in the budget" : `${where}${part}${note ? ` (${note})` : ""}`;
  return { ...plainInput, label: `${monthLabel(month)}${said}`, amount: counted };
}
