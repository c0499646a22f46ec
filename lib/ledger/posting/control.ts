// On which side of which control account a document stands: what customers owe is a debit on accounts receivable, what we owe a credit on
// accounts payable, and every credit lies on the opposite side of what it can settle.
import type { Books, Document } from "#lib/ledger/posting/document.ts";

type Control = { account: "DEBTORS" | "CREDITORS"; sign: 1n | -1n };

const controls = new Map<string, Control>([
  ["ACCREC", { account: "DEBTORS", sign: 1n }],
  ["ACCPAY", { account: "CREDITORS", sign: -1n }],
  ["ACCRECCREDIT", { account: "DEBTORS", sign: -1n }],
  ["ACCPAYCREDIT", { account: "CREDITORS", sign: 1n }],
  ["RECEIVE-OVERPAYMENT", { account: "DEBTORS", sign: -1n }],
  ["SPEND-OVERPAYMENT", { account: "CREDITORS", sign: 1n }],
  ["RECEIVE-PREPAYMENT", { account: "DEBTORS", sign: -1n }],
  ["SPEND-PREPAYMENT", { account: "CREDITORS", sign: 1n }],
]);

export function controlOf(document: Pick<Document, "xeroType">): Control | undefined {
  return controls.get(document.xeroType);
}

export function controlAccountOf(document: Pick<Document, "xeroType">, books: Books): string | undefined {
  const control = controlOf(document);
  return control && books.system.get(control.account);
}

export function isPrepayment(document: Pick<Document, "xeroType">): boolean {
  return document.xeroType.endsWith("-PREPAYMENT");
}

export function isOverpayment(document: Pick<Document, "xeroType">): boolean {
  return document.xeroType.endsWith("-OVERPAYMENT");
}
