import { expect, test } from "vitest";
import { tagOf } from "#lib/accounts/account-tag.ts";
import { account } from "#lib/reports/testing/statements.ts";

const expense = (name: string, more = {}) => tagOf(account("1", name, "EXPENSE", more));

test("Xero's system accounts come first, then the type, then name and reporting code", () => {
  expect(expense("Interest on exchange", { systemAccount: "REALISEDCURRENCYGAIN" })).toBe("fx");
  expect(tagOf(account("1", "Interest", "DEPRECIATN"))).toBe("depreciation");
  expect(tagOf(account("1", "Staff", "WAGESEXPENSE"))).toBe("payroll");
  expect(expense("Depreciation")).toBe("depreciation");
  expect(expense("Staff costs", { reportingCode: "EXP.EMP.WAG" })).toBe("payroll");
});

test.each([
  ["Interest expense", "interestExpense"],
  ["Income tax expense", "incomeTax"],
  ["KiwiSaver employer contributions", "payroll"],
  ["Amortisation of goodwill", "depreciation"],
  ["Rent", null],
  ["Uninteresting subscriptions", null],
])("%s is %s", (name, tag) => {
  expect(expense(name)).toBe(tag);
});

test("a name means something on the right side of the books only", () => {
  expect(tagOf(account("1", "Interest income", "OTHERINCOME"))).toBe("interestIncome");
  expect(tagOf(account("1", "Income tax payable", "CURRLIAB"))).toBeNull();
  expect(tagOf(account("1", "Wages payable", "CURRLIAB"))).toBeNull();
  expect(tagOf(account("1", "Loan from the bank", "CURRLIAB"))).toBe("loan");
  expect(tagOf(account("1", "Owner drawings", "CURRLIAB"))).toBe("owner");
});
