// What documents are called here.

const kinds = new Map([
  ["INVOICE", "Invoice"],
  ["BILL", "Bill"],
  ["CREDIT_NOTE", "Credit note"],
  ["SPEND", "Money spent"],
  ["RECEIVE", "Money received"],
  ["TRANSFER", "Transfer"],
  ["PAYMENT", "Payment"],
  ["MANUAL_JOURNAL", "Manual journal"],
  ["ALLOCATION", "Allocation to"],
]);

/** "Invoice INV-7"; of an unknown kind, the kind as it came. */
export function documentName(type: string, number: string | null): string {
  return [kinds.get(type) ?? type, number].filter(Boolean).join(" ");
}

type Named = { type: string; xeroType: string; number: string | null; reference: string | null };

/** As a heading: what a payment pays, or pays back, is named as such. */
export function documentTitle({ type, xeroType, number, reference }: Named): string {
  if (type === "PAYMENT" && number !== null) return `${/^A[RP]/.test(xeroType) ? "Refund" : "Payment"} of ${number}`;
  if (number === null && reference !== null) return `${documentName(type, null)}: ${reference}`;
  return documentName(type, number);
}
