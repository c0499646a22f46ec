// Whose debts are aged: what customers owe us, on the debtors' account, or what we owe suppliers, on the creditors'. Credits stand on the same
// account with the opposite sign; prepayments lie on accounts of their own until they are used.

export type Side = "receivables" | "payables";
export type Standing = "owed" | "credit" | "prepayment";

type SideFacts = {
  systemAccount: "DEBTORS" | "CREDITORS";
  /** Which side of the control account is printed positive: 1 debits, -1 credits. */
  sign: 1 | -1;
  /** Xero's type of a document → how it stands. */
  standings: ReadonlyMap<string, Standing>;
};

export const sides: Record<Side, SideFacts> = {
  receivables: {
    systemAccount: "DEBTORS",
    sign: 1,
    standings: new Map([
      ["ACCREC", "owed"],
      ["ACCRECCREDIT", "credit"],
      ["RECEIVE-OVERPAYMENT", "credit"],
      ["RECEIVE-PREPAYMENT", "prepayment"],
    ]),
  },
  payables: {
    systemAccount: "CREDITORS",
    sign: -1,
    standings: new Map([
      ["ACCPAY", "owed"],
      ["ACCPAYCREDIT", "credit"],
      ["SPEND-OVERPAYMENT", "credit"],
      ["SPEND-PREPAYMENT", "prepayment"],
    ]),
  },
};
