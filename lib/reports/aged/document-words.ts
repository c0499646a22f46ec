// What documents and settlements are called on an aged report and in its proofs: INV-7, Credit note CN-1, Overpayment.
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { OpenDocumentFacts, SettledFacts } from "#lib/reports/report.ts";

type Named = Pick<OpenDocument, "type" | "xeroType" | "number" | "reference">;

/** As it stands beneath its contact, where an invoice or bill is known by its number. */
export function documentLabel(document: Named): string {
  const isOwed = document.type === "INVOICE" || document.type === "BILL";
  return isOwed ? (document.number ?? document.reference ?? kindOf(document)) : documentTitle(document);
}

/** "Invoice INV-7". */
export function documentTitle(document: Named): string {
  return [kindOf(document), document.number ?? document.reference].filter(Boolean).join(" ");
}

/** "Payment of 5 Oct 2026", "Credit note CN-1, counted from 20 Oct 2026", "Used on INV-7, 20 Oct 2026". */
export function settlementLabel(document: OpenDocumentFacts, { kind, date, number }: SettledFacts): string {
  const isOwed = document.type === "INVOICE" || document.type === "BILL";
  if (kind === "payment") return `${isOwed ? "Payment" : "Refund"} of ${dayLabel(date)}`;
  if (!isOwed) return `Used on ${number ?? "a document"}, ${dayLabel(date)}`;
  return `${[creditKinds[kind], number].filter(Boolean).join(" ")}, counted from ${dayLabel(date)}`;
}

function kindOf({ type, xeroType }: Named): string {
  if (type === "INVOICE") return "Invoice";
  if (type === "BILL") return "Bill";
  if (type === "CREDIT_NOTE") return creditKinds.creditNote;
  return xeroType.endsWith("-PREPAYMENT") ? creditKinds.prepayment : creditKinds.overpayment;
}

const creditKinds = { creditNote: "Credit note", overpayment: "Overpayment", prepayment: "Prepayment" } as const;
