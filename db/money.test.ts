// The money column on a real database: what is written comes back to the ten-thousandth, and what cannot be exact is an error.
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { moneyToText, rateToText, textToMoney, textToRate } from "./codec.ts";
import { read, transaction } from "./index.ts";
import { JournalLines, TaxRates, XeroTrialBalances } from "./schema/index.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { fill, sampleRows } from "./testing/sample-rows.ts";

let database: TestDatabase;
const sample = sampleRows();
const { tenantId } = sample;
const largest = 999_999_999_999_999_999n;
const { balance } = XeroTrialBalances;
const ours = eq(XeroTrialBalances.tenantId, tenantId);

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
});
beforeEach(() => transaction(sample, (tx) => tx.delete(XeroTrialBalances).where(ours).then(() => undefined)));
afterAll(() => database.close());

test.each([0n, 1n, -1n, 9_999n, 10_000n, -10_000n, 9_007_199_254_740_993n, largest, -largest])("%s ten-thousandths come back as they went", async (amount) => {
  await keep([amount]);
  expect(await kept()).toEqual([amount]);
});

test("any amounts come back, in order, and sum to what they are", async () => {
  const amount = fc.bigInt({ min: -largest / 20n, max: largest / 20n });
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 12 }), async (amounts) => {
      await transaction(sample, (tx) => tx.delete(XeroTrialBalances).where(ours).then(() => undefined));
      await keep(amounts);
      expect(await kept()).toEqual(amounts.toSorted((one, other) => Number(one > other) - Number(one < other)));
      expect(await total()).toBe(amounts.reduce((sum, one) => sum + one, 0n));
    }),
    { numRuns: 25 },
  );
});

test("an amount is compared as a number, not as text", async () => {
  await keep([90_000n, 100_000n, -5n]);
  const rows = await read(sample, (q) => q.select({ balance }).from(XeroTrialBalances).where(and(ours, gt(balance, 90_000n))));
  const others = await read(sample, (q) => q.select({ balance }).from(XeroTrialBalances).where(and(ours, lte(balance, 90_000n))));
  expect([rows, others.length]).toEqual([[{ balance: 100_000n }], 2]);
});

test.each([largest + 1n, -largest - 1n, 2n ** 63n])("%s ten-thousandths are refused before they are sent", async (amount) => {
  await expect(keep([amount])).rejects.toThrow("beyond what a ledger here can hold");
});

test.each(["", "-"])("what goes past the encoder is refused by the database (%s100,000,000,000,000)", async (sign) => {
  const beyond = sql.raw(database.dialect === "postgres" ? `${sign}100000000000000.0000` : `${sign}1000000000000000000`);
  const past = transaction(sample, (tx) => tx.insert(XeroTrialBalances).values({ ...row(0), balance: sql`${beyond}` }).then(() => undefined));
  const error: unknown = await past.catch((failure: unknown) => failure);
  expect(error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)).toContain("XeroTrialBalances_balance_limit");
});

test("a sum over nothing is zero when it is asked to be", async () => {
  expect(await total()).toBe(0n);
});

test("a total may be larger than any amount, up to 64 bits; beyond it is an error, never a rounded figure", async () => {
  await keep(Array.from({ length: 9 }, () => largest));
  expect(await total()).toBe(largest * 9n);
  await keep([largest], 9);
  await expect(total()).rejects.toThrow(/beyond 64 bits|integer overflow/);
});

test.each([
  { figure: "an average", made: sql`avg(${balance})` },
  { figure: "a share made by multiplication", made: sql`max(${balance}) * 1.15` },
  { figure: "a quotient", made: sql`max(${balance}) / 3.0` },
])("$figure that the database made is refused: only lib/money divides", async ({ made }) => {
  await keep([10_001n, 20_002n]);
  await expect(read(sample, (q) => q.select({ figure: made.mapWith(balance) }).from(XeroTrialBalances).where(ours))).rejects.toThrow("An exact number came back");
});

test("a sum of two columns beyond 64 bits does not turn into a fraction", async () => {
  await keep([largest]);
  const tenfold = sql`${balance} + ${balance} + ${balance} + ${balance} + ${balance} + ${balance} + ${balance} + ${balance} + ${balance} + ${balance}`;
  await expect(read(sample, (q) => q.select({ figure: tenfold.mapWith(balance) }).from(XeroTrialBalances).where(ours))).rejects.toThrow(RangeError);
});

test("nothing is nothing, not zero", async () => {
  const [line] = await read(sample, (q) => q.select({ taxAmount: JournalLines.taxAmount, rate: JournalLines.rate }).from(JournalLines).where(eq(JournalLines.tenantId, tenantId)));
  await transaction(sample, (tx) => tx.update(JournalLines).set({ taxAmount: null, rate: null }).where(eq(JournalLines.tenantId, tenantId)).then(() => undefined));
  const [emptied] = await read(sample, (q) => q.select({ taxAmount: JournalLines.taxAmount, rate: JournalLines.rate }).from(JournalLines).where(eq(JournalLines.tenantId, tenantId)));
  expect([line, emptied]).toEqual([{ taxAmount: 0n, rate: 0n }, { taxAmount: null, rate: null }]);
});

test.each([1n, 6_141_000_000n, 9_999_999_999_999_999n, -1n])("a rate of %s ten-thousand-millionths comes back as it went", async (effectiveRate) => {
  await transaction(sample, (tx) => tx.update(TaxRates).set({ effectiveRate }).where(eq(TaxRates.tenantId, tenantId)).then(() => undefined));
  expect(await read(sample, (q) => q.select({ effectiveRate: TaxRates.effectiveRate }).from(TaxRates).where(eq(TaxRates.tenantId, tenantId)))).toEqual([{ effectiveRate }]);
});

test("the text towards PostgreSQL says every number and nothing else", () => {
  fc.assert(fc.property(fc.bigInt({ min: -largest, max: largest }), (amount) => textToMoney(moneyToText(amount)) === amount));
  fc.assert(fc.property(fc.bigInt({ min: -largest, max: largest }), (value) => textToRate(rateToText(value)) === value));
  expect(moneyToText(-1n)).toBe("-0.0001");
  for (const text of ["", "1.00001", "NaN", "Infinity", "1e3", "1,000", "0x10", " 1", "1.2.3"]) expect(() => textToMoney(text), text).toThrow(RangeError);
});

async function keep(amounts: readonly bigint[], from = 0): Promise<void> {
  const rows = amounts.map((amount, index) => ({ ...row(from + index), balance: amount }));
  await transaction(sample, (tx) => tx.insert(XeroTrialBalances).values(rows).then(() => undefined));
}

async function kept(): Promise<bigint[]> {
  const rows = await read(sample, (q) => q.select({ balance }).from(XeroTrialBalances).where(ours).orderBy(asc(balance)));
  return rows.map((one) => one.balance);
}

async function total(): Promise<bigint | undefined> {
  const [sum] = await read(sample, (q) => q.select({ total: sql`coalesce(sum(${balance}), 0)`.mapWith(balance) }).from(XeroTrialBalances).where(ours));
  return sum?.total;
}

function row(number: number) {
  const accountId = sample.rows.get("Accounts")?.id ?? "";
  return { tenantId, basis: "accrual" as const, accountId, monthEnd: `2026-01-${String(number + 1).padStart(2, "0")}`, movement: 0n, balance: 0n, fetchedAt: new Date(0), dataVersion: 1 };
}
