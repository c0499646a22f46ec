// A cell of journal lines in a sentence: which sides of them, of which days, and of which documents.
import { dayLabel } from "#lib/day-label.ts";
import type { LineFilter } from "#lib/reports/cell-proof.ts";
import type { Proof, Report, Row } from "#lib/reports/report.ts";
import { contactWords } from "#lib/reports/contact-words.ts";
import { carryingWords } from "#lib/reports/tracking/tracking-words.ts";

type Lines = Extract<Proof, { kind: "lines" }>;

export function lineFormula(report: Report, { label, sign: ofRow }: Pick<Row, "label" | "sign">, proof: Lines): string {
  const { from, to, sources, transactions, basis, only = {}, sign = ofRow, amounts, tracking } = proof;
  const days = from === null ? `up to ${dayLabel(to)}` : `from ${dayLabel(from)} to ${dayLabel(to)}`;
  const own = amounts === "foreign" ? " in their own currency" : "";
  const whose = `${sources ? " by invoices, bills and credit notes" : ""}${transactions ? " by the documents above" : ""}${filterWords(report, only)}${carryingWords(report, tracking).map((words) => `, ${words}`).join("")}${basis ? `, on ${basis} basis` : ""}`;
  return `${label} = ${sidesInWords(only, sign)}${own} posted ${days}${whose}`;
}

/** Of one side alone, what was taken back again counts on neither. */
function sidesInWords({ side }: LineFilter, sign: 1 | -1): string {
  if (side) return side === "debit" ? "debits" : "credits";
  return sign === 1 ? "debits less credits" : "credits less debits";
}

function filterWords(report: Report, { taxType, isTax, documentTypes, documentCurrency, contacts, hasContact }: LineFilter): string {
  const words = [
    isTax === true && "as the tax of a line",
    isTax === false && "as the account of a line",
    taxType === null && "without a tax type",
    taxType && `with the tax type ${taxType}`,
    documentTypes && (documentTypes.length === 0 ? "by journals" : `by documents of the type ${documentTypes.join(", ")}`),
    documentCurrency && `by documents in ${documentCurrency}`,
    contacts && `with ${contactWords(report, contacts)}`,
    hasContact !== undefined && (hasContact ? "with a contact" : "without a contact"),
  ].filter((word) => typeof word === "string" && word !== "");
  return words.map((word) => ` ${word}`).join("");
}
