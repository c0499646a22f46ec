// A small firm described on a page: whom it invoices and who bills it, on which days of the month, how long each takes to pay, and what its
// bank account does by itself. Its books follow from the description and the day they count back from.

import type { Day } from "../../exact/day.ts";
import type { Numeral } from "../../exact/json.ts";

export type Party = {
  readonly name: string;
  // The account its lines go to, and what they say.
  readonly code: string;
  readonly what: string;
  // Whole units before tax, of its own currency.
  readonly from: number;
  readonly to: number;
  // Days of the month on which a document is dated; of some months only where these are given.
  readonly days: readonly number[];
  readonly months?: readonly number[];
  // Days until it is due, and how many more it takes until it is paid.
  readonly terms: number;
  readonly late: number;
  /** In so many days they will pay what is overdue, or so they say. */
  readonly promised?: number;
  readonly currency?: string;
  readonly isUntaxed?: boolean;
  // Of a hundred documents so many are never paid.
  readonly unpaid?: number;
};

export type Standing = {
  readonly what: string;
  readonly who: string;
  readonly code: string;
  readonly days: readonly number[];
  readonly months?: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly comesIn?: boolean;
};

export type Tax = { readonly type: string; readonly percent: number };

export type Firm = {
  readonly key: string;
  // What its invoice numbers begin with.
  readonly prefix: string;
  readonly currency: string;
  readonly sales: Tax;
  readonly purchases: Tax;
  readonly customers: readonly Party[];
  readonly suppliers: readonly Party[];
  readonly standing: readonly Standing[];
  // Bank lines and payments of the last so many days are not reconciled.
  readonly unreconciledDays: number;
  // Of a hundred documents so many are voided; and so many of those of the last days are drafts still.
  readonly voided: number;
  readonly drafts: number;
  readonly draftDays: number;
  readonly rateOn?: (currency: string, day: Day) => Numeral;
};

export const NO_TAX: Tax = { type: "NONE", percent: 0 };
