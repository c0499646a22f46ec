// The ledger of a pack as the AICPA's Audit Data Standards have it: general ledger detail with the columns of the AICPA's own sample file, trial
// balance and open items with the names of its Audit Data API in the same spelling. Amounts are without sign beside D or C, but for balances.
// What Xero does not say (business unit, who entered it) stays empty.
import { csvLine } from "#lib/csv.ts";
import type { Day } from "#lib/day.ts";
import type { Evidence, PackedAccount, PackedEntry, PackedLine } from "#lib/evidence/pack.ts";
import { reachOf } from "#lib/evidence/reach.ts";
import { yearEndOnOrAfter, yearStartOf } from "#lib/financial-year.ts";
import { presentBalances } from "#lib/ledger/balances.ts";
import { absolute, decimal, type Money, money, sum } from "#lib/money.ts";
import type { Row } from "#lib/reports/report.ts";

export const detailColumns = ["Journal_ID", "Journal_ID_Line_Number", "JE_Line_Description", "Business_Unit_Code", "Effective_Date", "Fiscal_Year", "GL_Account_Number", "Amount", "Amount_Credit_Debit_Indicator", "Amount_Currency", "JE_Header_Description", "Source", "Entered_By", "Document_Date", "Entered_Date", "Entered_Time", "Period"] as const;
export const balanceColumns = ["GL_Account_Number", "GL_Account_Name", "Business_Unit_Code", "Balance_As_Of_Date", "Fiscal_Year", "Period", "Amount_Beginning", "Amount_Ending", "Amount_Currency"] as const;
export const openColumns = ["Transaction_ID", "Invoice_ID", "Transaction_Type", "Transaction_Date", "Transaction_Due_Date", "Balance_Amount", "Balance_Amount_Currency", "Balance_Amount_Local", "Balance_Local_Currency", "Original_Balance_Amount", "Original_Balance_Amount_Local", "Amount_Credit_Debit_Indicator"] as const;

/** By file name. The ledger on the report's own basis. */
export function auditTables(evidence: Evidence): [string, string][] {
  const { data } = evidence.report;
  const entries = evidence.entries.filter(({ basis }) => basis === data.basis);
  const { upTo } = reachOf(data);
  const first = entries.map(({ date }) => date).toSorted().at(0) ?? upTo;
  const days = `${compact(first)}_${compact(upTo)}`;
  return [[`ads/GL_Detail_${days}.csv`, detail(evidence, entries)], [`ads/Trial_Balance_${days}.csv`, trialBalance(evidence, entries, upTo)], ...openItems(evidence)];
}

function detail({ organisation, accounts, documents }: Evidence, entries: readonly PackedEntry[]): string {
  const numbers = new Map(accounts.map((account) => [account.id, numberOf(account)]));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const row = (entry: PackedEntry, line: PackedLine, index: number) => {
    const document = byId.get(line.document ?? "");
    const entered = entry.postedAt.slice(0, 19).split("T");
    return csvLine([
      entry.sequence,
      index + 1,
      [document?.number, document?.contactName].filter(Boolean).join(", "),
      null,
      entry.date,
      fiscal(entry.date, organisation).year,
      numbers.get(line.account) ?? line.account,
      { exact: decimal(absolute(line.amount)) },
      line.amount < 0n ? "C" : "D",
      organisation.currency,
      entry.narration,
      entry.sourceType,
      null,
      document?.date ?? entry.date,
      entered[0] ?? null,
      entered[1] ?? null,
      fiscal(entry.date, organisation).period,
    ]);
  };
  return [csvLine(detailColumns), ...entries.flatMap((entry) => entry.lines.map((line, index) => row(entry, line, index)))].join("");
}

/** From the beginning of the financial year to the last day; earlier profit stands in retained earnings, as no closing journal is posted. */
function trialBalance({ organisation, accounts }: Evidence, entries: readonly PackedEntry[], upTo: Day): string {
  const start = yearStartOf(upTo, organisation.yearEnd);
  const [before, within] = [totals(entries.filter(({ date }) => date < start)), totals(entries.filter(({ date }) => date >= start && date <= upTo))];
  const [opening, closing] = [presentBalances(accounts, before, new Map()), presentBalances(accounts, before, within)];
  const { year, period } = fiscal(upTo, organisation);
  const rows = accounts.flatMap((account) => {
    const [beginning, ending] = [opening.accounts.get(account.id) ?? 0n, closing.accounts.get(account.id) ?? 0n];
    return beginning === 0n && ending === 0n ? [] : [csvLine([numberOf(account), account.name, null, upTo, year, period, { exact: decimal(beginning) }, { exact: decimal(ending) }, organisation.currency])];
  });
  return [csvLine(balanceColumns), ...rows].join("");
}

/** Of an aged report. Who owes is a debit, whom one owes a credit. */
function openItems({ report: { data }, organisation }: Evidence): [string, string][] {
  if (data.type !== "AGED_RECEIVABLES" && data.type !== "AGED_PAYABLES") return [];
  const [table, party] = data.type === "AGED_RECEIVABLES" ? ["Open_Accounts_Receivable", "Customer_Account_ID"] : ["Open_Accounts_Payable", "Supplier_Account_ID"];
  const rows = data.rows.flatMap((row) => openItem(row, organisation.currency));
  return [[`ads/${table}_${compact(data.period.end)}.csv`, [csvLine([party, ...openColumns]), ...rows].join("")]];
}

function openItem({ document, parent, cells, sign }: Row, currency: string): string[] {
  const total = cells.find(({ column }) => column === "total")?.value;
  if (!document || !total) return [];
  const exact = (text: string) => ({ exact: decimal(absolute(money(text))) });
  const side = money(total) < 0n === (sign === 1) ? "C" : "D";
  const { xeroId, number, xeroType, date, dueDate, outstanding, baseTotal } = document;
  return [csvLine([parent?.split(":").at(-1) ?? null, xeroId, number, xeroType, date, dueDate, exact(total), currency, exact(outstanding), document.currency, exact(baseTotal), exact(document.total), side])];
}

/** Banks of Xero have no code. */
function numberOf({ code, xeroId }: PackedAccount): string {
  return code ?? xeroId;
}

/** Account → debit less credit. */
function totals(entries: readonly PackedEntry[]): Map<string, Money> {
  const lines = Map.groupBy(entries.flatMap((entry) => entry.lines), ({ account }) => account);
  return new Map([...lines].map(([account, own]) => [account, sum(own.map(({ amount }) => amount))]));
}

/** A financial year is called by the year it ends in; its periods are months from its first day. */
function fiscal(day: Day, { yearEnd }: Evidence["organisation"]): { year: number; period: number } {
  const start = yearStartOf(day, yearEnd);
  const months = (Number(day.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(start.slice(5, 7));
  return { year: Number(yearEndOnOrAfter(day, yearEnd).slice(0, 4)), period: months + (day.slice(8) < start.slice(8) ? 0 : 1) };
}

function compact(day: Day): string {
  return day.replaceAll("-", "");
}
