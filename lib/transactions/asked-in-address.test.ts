import { expect, test } from "vitest";
import { money } from "#lib/money.ts";
import { askedInAddress } from "#lib/transactions/asked-in-address.ts";

test("an address asks in the words of the API", () => {
  const { listing, query, faults } = asked("type=INVOICE&type=BILL&isReconciled=false&amountMin=10.5&q=INV-7&sort=amount");
  expect(listing).toMatchObject({ type: ["INVOICE", "BILL"], isReconciled: false, amountMin: money("10.5"), q: "INV-7", sort: "amount", limit: 50 });
  expect([query.toString(), faults]).toEqual(["type=INVOICE&type=BILL&isReconciled=false&amountMin=10.5&q=INV-7&sort=amount", []]);
});

test("a form's empty fields and the blanks around a text ask for nothing", () => {
  expect(asked("q=&dateFrom=&type=BILL&status=&q=+&sort=-date&amountMax=+1,234.50+").query.toString()).toBe("type=BILL&amountMax=1234.50");
  expect(asked("").listing).toMatchObject({ sort: "-date", limit: 50 });
});

test("what cannot be understood is left out and named, and the rest is asked for", () => {
  const { listing, query, faults } = asked("type=BILL&dateFrom=31.10.2026&amountMin=lots&sort=colour");
  expect(listing).toMatchObject({ type: ["BILL"], sort: "-date" });
  expect(query.toString()).toBe("type=BILL");
  expect(faults.map(({ pointer }) => pointer).toSorted()).toEqual(["/amountMin", "/dateFrom", "/sort"]);
});

test("a last day before the first is left out, also where something else is wrong", () => {
  const { query, faults } = asked("dateFrom=2026-10-02&dateTo=2026-10-01&amountMin=x");
  expect(query.toString()).toBe("dateFrom=2026-10-02");
  expect(faults.map(({ pointer }) => pointer)).toEqual(["/amountMin", "/dateTo"]);
});

test("other organisations, other lengths and what others hang onto an address are not asked for", () => {
  const { listing, query, faults } = asked("tenantId=0192f000-0000-7000-8000-00000000000c&limit=200&utm_source=mail&__proto__=x&constructor=y");
  expect(listing.tenantId).toBeUndefined();
  expect(listing.limit).toBe(50);
  expect([query.toString(), faults]).toEqual(["", []]);
});

test("a cursor that was not given out for this order begins the list again", () => {
  const cursor = Buffer.from(JSON.stringify({ sort: "-date", key: "2026-10-01", id: "0192f000-0000-7000-8000-00000000000c" })).toString("base64url");
  expect(asked(`cursor=${cursor}`).listing.cursor).toBe(cursor);
  expect(asked(`cursor=${cursor}&sort=amount`).listing.cursor).toBeUndefined();
  expect(asked("cursor=made-up").listing.cursor).toBeUndefined();
});

function asked(query: string) {
  return askedInAddress(new URLSearchParams(query));
}
