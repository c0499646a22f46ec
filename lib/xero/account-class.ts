import { type AccountClass, accountClasses } from "#db/vocabulary.ts";
import { fail } from "#lib/failure.ts";

const classes: Record<string, AccountClass> = {
  BANK: "ASSET",
  CURRENT: "ASSET",
  FIXED: "ASSET",
  INVENTORY: "ASSET",
  NONCURRENT: "ASSET",
  PREPAYMENT: "ASSET",
  CURRLIAB: "LIABILITY",
  LIABILITY: "LIABILITY",
  TERMLIAB: "LIABILITY",
  PAYG: "LIABILITY",
  PAYGLIABILITY: "LIABILITY",
  SUPERANNUATIONLIABILITY: "LIABILITY",
  EQUITY: "EQUITY",
  DIRECTCOSTS: "EXPENSE",
  EXPENSE: "EXPENSE",
  OVERHEADS: "EXPENSE",
  DEPRECIATN: "EXPENSE",
  WAGESEXPENSE: "EXPENSE",
  SUPERANNUATIONEXPENSE: "EXPENSE",
  REVENUE: "REVENUE",
  SALES: "REVENUE",
  OTHERINCOME: "REVENUE",
};

/** The class that Xero gives, else the one its type has. A type we do not know and that comes without a class has no place on a statement: it fails loudly. */
export function classOf(given: string | null, type: string): AccountClass {
  const known = accountClasses.find((name) => name === given) ?? classes[type];
  return known ?? fail("malformed", `Xero sent an account of the type "${type}", which Daybook does not know, without saying what class it is. Nothing of it was kept.`);
}
