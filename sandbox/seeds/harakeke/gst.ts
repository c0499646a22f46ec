// Every second month the tax of the two months before is paid to Inland Revenue: what was charged less what was claimed,
// in whole dollars as a return rounds it.

import { addDays, addMonths } from "../../exact/day.ts";
import { magnitude } from "../../exact/money.ts";
import { dayIn, type Documents, line, type Month, nextWorkday, type Written } from "../written.ts";
import { transaction } from "./money.ts";

const NO_TAX = { type: "NONE", amount: 0n };
const DOLLAR = 10_000n;

export function gstReturns(documents: Documents, months: readonly Month[]): Documents {
  return { BankTransactions: months.filter(({ label }) => Number(label.slice(5)) % 2 === 0).flatMap((month) => payment(documents, month)) };
}

function payment(documents: Documents, month: Month): readonly Written[] {
  const [from, to] = [addMonths(month.start, -2), addDays(month.start, -1)];
  const due = (owed(documents, from, to) / DOLLAR) * DOLLAR;
  if (due === 0n) return [];
  const [type, what] = due > 0n ? ["SPEND", "GST paid"] : ["RECEIVE", "GST refund"];
  const lines = [line(what, "820", magnitude(due), NO_TAX)];
  return transaction(month, "gst", nextWorkday(dayIn(month, 28)), "Inland Revenue", type ?? "SPEND", lines, {});
}

function owed(documents: Documents, from: string, to: string): bigint {
  const posted = (name: string) =>
    (documents[name] ?? []).filter((row) => String(row["Date"]) >= from && String(row["Date"]) <= to && row["Status"] === "AUTHORISED");
  const tax = (rows: readonly Written[], isSale: (row: Written) => boolean) =>
    rows.reduce((sum, row) => sum + (isSale(row) ? taxOf(row) : -taxOf(row)), 0n);
  return (
    tax(posted("Invoices"), ({ Type }) => Type === "ACCREC") +
    tax(posted("BankTransactions"), ({ Type }) => String(Type).startsWith("RECEIVE")) +
    tax(posted("CreditNotes"), ({ Type }) => Type === "ACCPAYCREDIT")
  );
}

function taxOf({ LineItems }: Written): bigint {
  const lines: readonly unknown[] = Array.isArray(LineItems) ? LineItems : [];
  return lines.reduce<bigint>((sum, one) => sum + (isTaxed(one) ? one.TaxAmount : 0n), 0n);
}

function isTaxed(value: unknown): value is { readonly TaxAmount: bigint } {
  return typeof value === "object" && value !== null && "TaxAmount" in value && typeof value.TaxAmount === "bigint";
}
