// Amounts as they stand on the pages, counted in cents.
import { expect, type Locator } from "@playwright/test";

/** A figure of a statement shows whole units; the cents are in its title. */
export async function amountIn(figure: Locator): Promise<number> {
  return cents((await figure.locator("[title]").first().getAttribute("title")) ?? "");
}

/** One column of a table, counted from the right: 1 is the last. Waits for the table, and for a page that is still arriving. */
export async function lastCells(table: Locator, fromTheRight: number): Promise<number[]> {
  await expect(table).toBeVisible();
  await table.page().waitForLoadState();
  const texts = await table.locator(`tbody tr td:nth-last-child(${fromTheRight})`).allInnerTexts();
  return texts.map(cents);
}

/** The table beneath a chart, which is made when it is opened; opened without the pointer, which may be needed elsewhere. */
export async function tableBeneath(chart: Locator): Promise<Locator> {
  await chart.getByText("The figures").evaluate((summary) => summary.parentElement?.setAttribute("open", ""));
  const table = chart.getByRole("table");
  await expect(table).toBeVisible();
  return table;
}

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** "1,234.50", "(31.40)", "−31.40", "–". */
function cents(text: string): number {
  const digits = text.replace(/[^\d]/g, "");
  const isNegative = /^\s*[(−]/.test(text);
  return digits === "" ? 0 : Number(digits) * (isNegative ? -1 : 1);
}
