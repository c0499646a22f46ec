import { expect, test } from "vitest";
import { liveOn } from "../store.ts";
import { bill, sale, smallBooks } from "../testing/small-books.ts";
import { harakeke } from "../seeds/harakeke/harakeke.ts";
import { balances } from "../reports/balances.ts";

test("a voided bill is in the feed twice, the second time reversed, and in the books not at all", () => {
  const { feed, ledger } = liveOn(
    smallBooks({ Invoices: [bill("1", "2026-05-01", "100", "15", { Status: "VOIDED" }), sale("2", "2026-05-02", "1", "0")] }),
  );
  expect(ledger).toHaveLength(1);
  expect(feed.map(({ number, lines }) => [number, lines[0]?.net])).toEqual([
    [1, -1_150_000n],
    [2, 1_150_000n],
    [3, 10_000n],
  ]);
});

test("the feed adds up to the same balances as the ledger", () => {
  const { feed, ledger } = liveOn(harakeke("2026-11-21"));
  const nonZero = (of: ReturnType<typeof balances>) => new Map([...of].filter(([, net]) => net !== 0n).sort());
  expect(feed.length).toBeGreaterThan(ledger.length);
  expect(nonZero(balances(feed, undefined, "9999-12-31"))).toEqual(nonZero(balances(ledger, undefined, "9999-12-31")));
});
