import { expect, test } from "vitest";
import { alertDetail, alertTitle, ruleWords } from "#lib/alerts/alert-words.ts";
import type { LockedChangeFacts } from "#lib/alerts/alert.ts";
import { exampleAlert } from "#lib/alerts/examples.ts";

const document = { id: null, xeroId: "x", type: "BILL", xeroType: "ACCPAY", number: "BILL-1", reference: null, contactName: "Kauri & Sons" };
const change: LockedChangeFacts = { kind: "lockedChange", document, currency: "NZD", lockedTo: "2025-04-30", issued: null, before: { date: "2025-04-20", amount: "46.00" }, after: null, effects: [] };

test("an alert of a figure says the figure, its line, and what it was when it was raised", () => {
  expect([alertTitle(exampleAlert), alertDetail(exampleAlert)]).toEqual(["Cash at bank below 20,000.00", "NZD 18,400.50 at 31 Oct 2026."]);
  const { facts } = exampleAlert;
  if (facts.kind !== "figure") throw new Error("The example is of a figure.");
  expect(alertDetail({ facts: { ...facts, latest: { ...facts.latest, figure: "17000.00" } } })).toBe("NZD 17,000.00 at 31 Oct 2026. It was NZD 18,400.50 when this was raised.");
});

test("a change says whose document it is, what it was and is, and the lock it lies below", () => {
  expect([alertTitle({ facts: change }), alertDetail({ facts: change })]).toEqual(["Bill BILL-1 was taken back in locked books", "Kauri & Sons: was NZD 46.00 on 20 Apr 2025, counts for nothing now. Locked to 30 Apr 2025."]);
  const added = { ...change, before: null, after: { date: "2025-04-20", amount: "46.00" } };
  expect([alertTitle({ facts: added }), alertDetail({ facts: added })]).toEqual(["Bill BILL-1 was added in locked books", "Kauri & Sons: is NZD 46.00 on 20 Apr 2025. Locked to 30 Apr 2025."]);
});

test("a change in a month that was issued and not locked names the pack; where both close it, both are said", () => {
  const issued = { packId: "p", name: "Month end, April 2025", to: "2025-04-30" };
  expect([alertTitle({ facts: { ...change, lockedTo: null, issued } }), alertDetail({ facts: { ...change, lockedTo: null, issued } })]).toEqual([
    "Bill BILL-1 was taken back in a month that was issued",
    "Kauri & Sons: was NZD 46.00 on 20 Apr 2025, counts for nothing now. “Month end, April 2025” was issued to 30 Apr 2025.",
  ]);
  expect(alertTitle({ facts: { ...change, lockedTo: "2025-03-31", issued } })).toBe("Bill BILL-1 was taken back in a month that was issued");
  expect(alertDetail({ facts: { ...change, issued } })).toContain("Locked to 30 Apr 2025. “Month end, April 2025” was issued to 30 Apr 2025.");
});

test.each([
  [{ side: "below", threshold: "20000.00", band: "1000.00", unit: "money" } as const, "Below 20,000.00", "21,000.00 or more"],
  [{ side: "above", threshold: "45.0", band: "5.0", unit: "days" } as const, "Above 45.0 days", "40.0 days or less"],
  [{ side: "above", threshold: "14", band: "0", unit: "count" } as const, "Above 14", "14 or less"],
])("a rule says where its alert is raised and where it ends", (rule, raised, ends) => {
  expect(ruleWords(rule)).toEqual({ raised, ends });
});
