// What nobody tidied up: old accounts that were archived with their postings, documents that were changed after the period they lie in was
// locked, and payments that were entered and taken back.

import { addDays, addMonths, type Day } from "../../exact/day.ts";
import { movement } from "../firm/bank.ts";
import { diceFor } from "../dice.ts";
import { type Documents, dayIn, type Month, monthsUpTo, stamp, units, type Written } from "../written.ts";
import { firm } from "./firm.ts";

const ARCHIVED: readonly (readonly [code: string, what: string, who: string, amount: number])[] = [
  ["408", "Food truck fees", "Waterfront Council", 380],
  ["412", "Old bookkeeper", "Tidy Books", 260],
];
// For so many months the archived accounts were in use.
const IN_USE = 5;

/** Everything up to the end of the third month before this one is closed. */
export function lockDate(today: Day): Day {
  return addDays(addMonths(`${today.slice(0, 8)}01`, -2), -1);
}

export function ofArchivedAccounts(today: Day, count: number): Documents {
  const months = monthsUpTo(today, count).slice(0, IN_USE);
  return { BankTransactions: months.flatMap((month) => ARCHIVED.flatMap((account) => lineOn(month, account))) };
}

function lineOn(month: Month, [code, what, who, amount]: (typeof ARCHIVED)[number]): readonly Written[] {
  return movement(firm, { what, who, code, date: dayIn(month, 15), today: month.today, amount: units(amount), comesIn: false });
}

// One document in nine below the lock date was touched within the last ten days.
export function touchedLately({ Invoices = [], ...others }: Documents, today: Day): Documents {
  const lock = lockDate(today);
  return {
    ...others,
    Invoices: Invoices.map((row) => {
      const [id, dice] = [String(row["InvoiceID"]), diceFor("pohutukawa", "touched", String(row["InvoiceID"]))];
      const isTouched = String(row["Date"]) <= lock && dice.chance(11);
      return isTouched ? { ...row, Reference: "Corrected", UpdatedDateUTC: stamp(addDays(today, -dice.between(1, 10)), id) } : row;
    }),
  };
}

// Beside one payment in fourteen lies the same one, entered twice and taken back.
export function takenBack({ Payments = [] }: Documents): Documents {
  return {
    Payments: Payments.filter((row) => diceFor("pohutukawa", "twice", String(row["PaymentID"])).chance(7)).map((row) => ({
      ...row,
      PaymentID: twin(String(row["PaymentID"])),
      Status: "DELETED",
    })),
  };
}

function twin(id: string): string {
  return `${id.slice(0, -4)}${id.endsWith("0000") ? "ffff" : "0000"}`;
}
