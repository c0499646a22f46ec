import { expect, test } from "vitest";
import { readFigure } from "#lib/budgets/file/figure.ts";
import { readMonth } from "#lib/budgets/file/month.ts";
import { readBudgetFile } from "#lib/budgets/file/read-file.ts";
import { decimal } from "#lib/money.ts";
import { Refusal } from "#lib/refusal.ts";
import { account } from "#lib/reports/testing/statements.ts";

const accounts = [
  account("sales", "Sales", "REVENUE", { code: "200" }),
  account("rent", "Rent", "OVERHEADS", { code: "469" }),
  account("fees", "Fees, bank & card", "EXPENSE", { code: "404" }),
  account("twin", "Travel", "EXPENSE", { code: "493" }),
  account("other twin", "Travel", "EXPENSE", { code: "494" }),
  account("bank", "Cheque Account", "BANK", { code: "090" }),
];

function read(text: string): string[] {
  return readBudgetFile(text, accounts).map(({ accountId, month, amount, lineNumber }) => `${lineNumber}: ${accountId} ${month} ${decimal(amount)}`);
}

function faultsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Refusal) return error.faults.length > 0 ? error.faults.map(({ detail }) => detail) : [error.message];
    throw error;
  }
  return [];
}

test("a column a month is read by code, name or Xero's label, and an empty cell is a month without a budget", () => {
  expect(read("Account,2026-04,May 2026,Jun-26\n200,1000,1100.50,\nrent,0,,300\n\"Fees, bank & card (404)\",1,2,3\n")).toEqual([
    "2: sales 2026-04 1000.00", "2: sales 2026-05 1100.50", "3: rent 2026-04 0.00", "3: rent 2026-06 300.00", "4: fees 2026-04 1.00", "4: fees 2026-05 2.00", "4: fees 2026-06 3.00",
  ]);
});

test("a row a month is read as well, with its notes", () => {
  expect(readBudgetFile("Account code;Account name;Month;Amount;Notes\n200;Whatever it is called;04/2026;-12,5;Refunds\n", accounts)).toEqual([
    { accountId: "sales", month: "2026-04", amount: -125_000n, note: "Refunds", lineNumber: 2 },
  ]);
});

test.each([
  ["a byte order mark", "\uFEFFAccount,2026-04\n200,1\n"],
  ["semicolons", "Account;2026-04\n200;1\n"],
  ["tabs", "Account\t2026-04\n200\t1\n"],
  ["Windows line ends", "Account,2026-04\r\n200,1\r\n"],
  ["titles above, empty lines and empty columns beside", "Budget of Hāpuku,,\n\nAccount,2026-04,\n,,\n200,1,\n"],
])("%s are no obstacle", (_what, text) => {
  expect(read(text).map((line) => line.slice(3))).toEqual(["sales 2026-04 1.00"]);
});

test.each([
  ["", "The file is empty. Nothing was imported."],
  ["2026-04\n1", "The file has no heading: its first line has to name a column Account"],
  ["Account,Sum,2026-04\n200,1,1", "Line 1, column B: the heading “Sum” is neither an account, a month"],
  ["Account\n200", "Line 1: there is no month."],
  ["Account,2026-04,Amount\n200,1,1", "Use the one form or the other."],
  ["Account,2026-04,Apr 2026\n200,1,2", "Line 1: the columns B and C are both Apr 2026."],
  ["Account,Account,2026-04\nSales,200,1", "Line 1: the columns A and B are both Account."],
  ["Account,2026-04\n999,1", "Line 2, column A: there is no account “999” in the chart of accounts."],
  ["Account,2026-04\nTravel,1", "Line 2, column A: several accounts are called “Travel”; use the code."],
  ["Account,2026-04\n090,1", "Line 2, column A: Cheque Account is an account of the balance sheet"],
  ["Account,2026-04\n,1", "Line 2: there is no account in this line."],
  ["Account,2026-04\n200,1\n\nSales,2", "Sales is budgeted for Apr 2026 on the lines 2 and 4. Keep one of them."],
  ["Account,Month,Amount\n200,2026-04,1\n200,Apr 2026,2", "Sales is budgeted for Apr 2026 on the lines 2 and 3."],
  ["Account,Month,Amount\n200,Spring,1", "Line 2, column B: “Spring” is no month; write it as 2026-04 or Apr 2026."],
  ["Account,2026-04\n200,\"1,234\"", "Line 2, column B (Apr 2026): “1,234” can be read as 1.234 and as 1234; write it without separators between thousands."],
  ["Account,2026-04\n200,=A1*2", "Line 2, column B (Apr 2026): “=A1*2” is a formula"],
  ["Account,2026-04\n200,1,5", "Line 2, column C: “5” stands under no heading."],
  ["Account,2026-04\n200,", "The file has no amounts."],
  ["Account,2026-04\n\"200,1", "The file cannot be read as a table: a quotation mark"],
  ["Account,2026-04\nCaf\uFFFD,1", "The file is not written in UTF-8"],
])("%j is refused with a sentence that names the place", (text, sentence) => {
  expect(faultsOf(text)).toEqual([expect.stringContaining(sentence)]);
});

test("every fault is listed, and the sentence has the first five of them", () => {
  const text = `Account,2026-04\n${Array.from({ length: 7 }, (_, index) => `x${index},1`).join("\n")}`;
  expect(faultsOf(text)).toHaveLength(7);
  expect(() => read(text)).toThrow(/x4” .* 2 more like these. Nothing was imported.$/);
});

test.each([
  ["1234.5", "1234.50"], ["1,234.50", "1234.50"], ["1.234,50", "1234.50"], ["1 234,5", "1234.50"], ["1\u00A0234\u00A0567", "1234567.00"], ["1'234.50", "1234.50"], ["1,234,567", "1234567.00"],
  ["12,5", "12.50"], ["0.123", "0.123"], ["0,125", "0.125"], ["1234.567", "1234.567"], ["(1,234.50)", "-1234.50"], ["-5", "-5.00"], ["−5", "-5.00"], ["$1,234.50", "1234.50"], ["-$5", "-5.00"], ["($5.00)", "-5.00"], ["5 €", "5.00"],
  ["-", "0.00"], ["–", "0.00"], ["0", "0.00"],
])("%j is %s", (written, amount) => {
  const figure = readFigure(written);
  expect("amount" in figure && figure.amount !== null ? decimal(figure.amount) : figure).toBe(amount);
});

test.each(["1,234", "1.234", "12%", "1E+05", "n/a", "#REF!", "=1+1", "@SUM(A1)", "1.00001", "999999999999999", "1,23,456.00", "1..5", "--5", "5 apples"])("%j is no amount that can be taken", (written) => {
  expect(readFigure(written)).toHaveProperty("problem");
});

test.each([
  ["2026-04", "2026-04"], ["2026-4", "2026-04"], ["2026/04", "2026-04"], ["2026-04-30", "2026-04"], ["04/2026", "2026-04"], ["Apr 2026", "2026-04"], ["april 2026", "2026-04"], ["Apr-26", "2026-04"], ["Sept. 2026", "2026-09"], ["Apr-2026", "2026-04"],
  ["2026-13", null], ["30/04/2026", null], ["Total", null], ["Apr", null], ["Abc 2026", null], ["1826-04", null], ["may", null],
])("%j as a month is %s", (text, month) => {
  expect(readMonth(text)).toBe(month);
});
