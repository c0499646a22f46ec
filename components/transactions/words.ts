// What is said of documents, and of a list of them.
import type { TransactionType } from "#db/vocabulary.ts";

/** What a choice among the types is called. */
export const typeChoices: readonly { value: TransactionType; label: string }[] = [
  { value: "INVOICE", label: "Invoices" },
  { value: "BILL", label: "Bills" },
  { value: "CREDIT_NOTE", label: "Credit notes" },
  { value: "SPEND", label: "Money spent" },
  { value: "RECEIVE", label: "Money received" },
  { value: "TRANSFER", label: "Transfers" },
  { value: "PAYMENT", label: "Payments" },
];

/** The statuses Xero is known to give. */
export const statuses = ["DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "VOIDED", "DELETED"];

/** AUTHORISED → Authorised. */
export function statusWords(status: string): string {
  return `${status.slice(0, 1)}${status.slice(1).toLowerCase()}`;
}

/** Money that a bank statement shows, and so can be reconciled. */
export function isBankMovement(type: string): boolean {
  return ["SPEND", "RECEIVE", "TRANSFER", "PAYMENT"].includes(type);
}

/** What no longer counts for anything. */
export function isCancelled(status: string): boolean {
  return status === "VOIDED" || status === "DELETED";
}

/** "090 Cheque Account". */
export function accountLabel({ name, code }: { name: string; code: string | null }): string {
  return code === null ? name : `${code} ${name}`;
}

const orders = new Map([
  ["-date", "newest first"],
  ["date", "oldest first"],
  ["-amount", "largest amount first"],
  ["amount", "smallest amount first"],
  ["-updatedAt", "last changed first"],
  ["updatedAt", "longest unchanged first"],
]);

export function orderInWords(sort: string): string {
  return orders.get(sort) ?? sort;
}

const fields = new Map([
  ["type", "Types"],
  ["status", "Status"],
  ["dateFrom", "From"],
  ["dateTo", "To"],
  ["amountMin", "Amount from"],
  ["amountMax", "Amount to"],
  ["q", "Search"],
  ["sort", "Order"],
]);

/** The field of the form that a pointer into its question means; of a field it does not have, the word of the address. */
export function fieldAt(pointer: string): string {
  const [, name = ""] = pointer.split("/");
  return fields.get(name) ?? name;
}

/** Why the ledger has no entry of a document. Xero shows each half of a transfer as a bank transaction of its own. */
export function nothingPosted(xeroType: string): string {
  if (xeroType.endsWith("-TRANSFER")) return "This is one half of a transfer between two accounts. The ledger has both halves at once, as the transfer's own journal.";
  return "Nothing was posted: a document in this state is not in the ledger.";
}
