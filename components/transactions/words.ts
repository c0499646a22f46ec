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
]);

/** "Invoice INV-7"; of an unknown kind, the kind as it came. */
export function documentName(type: string, number: string | null): string {
  return [kinds.get(type) ?? type, number].filter(Boolean).join(" ");
}

/** AUTHORISED → Authorised. */
export function statusWords(status: string): string {
  return `${status.slice(0, 1)}${status.slice(1).toLowerCase()}`;
}
