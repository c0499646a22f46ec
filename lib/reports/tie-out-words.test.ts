import { expect, test } from "vitest";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";

const none = { count: 0, amount: "0.00" };
const quality = { final: true, hiddenAccounts: 0, unexplained: "31.40", tiesToXero: false, checkedSinceChange: true, drafts: none, unreconciled: none, lockedTo: null, notes: [] };
const parameters = { from: "2026-10-01", to: "2026-10-31", columns: "month", compare: "none", basis: "accrual", hideZero: true } as const;
const tieOut = { asAt: "2026-10-31", checkedAt: "2026-11-21T07:12:00Z", accounts: 214, differing: 2, amount: "31.40" };

test("a difference is said with how many accounts and how much, and is not green while unexplained", () => {
  const words = tieOutSentence({ parameters, tieOut, quality });
  expect(words).toEqual({ tone: "warning", sentence: "Ties to Xero: 212 of 214 accounts; 2 differ by 31.40, up to 31 Oct 2026" });
  expect(tieOutSentence({ parameters, tieOut, quality: { ...quality, unexplained: "0.00", tiesToXero: true } }).tone).toBe("success");
});

test("what was not checked, or not since the books changed, is never green", () => {
  expect(tieOutSentence({ parameters, tieOut: { ...tieOut, asAt: null, checkedAt: null }, quality })).toEqual({ tone: "neutral", sentence: "Not compared with Xero yet" });
  expect(tieOutSentence({ parameters, tieOut: { ...tieOut, differing: 0 }, quality: { ...quality, unexplained: "0.00", checkedSinceChange: false } }).tone).toBe("warning");
});

test("a statement of some tracking options is never called tied, whatever else is", () => {
  const filtered = { ...parameters, trackingCategoryId: "019900000000", trackingOptionIds: ["unassigned" as const] };
  const words = tieOutSentence({ parameters: filtered, tieOut, quality: { ...quality, unexplained: "0.00", tiesToXero: true } });
  expect(words).toEqual({ tone: "neutral", sentence: "Filtered by tracking: not compared with Xero" });
});

test("a statement as known on a day is not compared, and does not sound as if it were going to be", () => {
  const words = tieOutSentence({ parameters: { ...parameters, knownOn: "2026-11-05" }, tieOut: { ...tieOut, asAt: null, checkedAt: null }, quality });
  expect(words).toEqual({ tone: "neutral", sentence: "As known on 5 Nov 2026: not compared with Xero" });
});

test("on cash basis a day that Xero was not asked for is called that, and does not sound as if it were going to be", () => {
  const words = tieOutSentence({ parameters: { ...parameters, basis: "cash" }, tieOut: { ...tieOut, asAt: null, checkedAt: null }, quality });
  expect(words).toEqual({ tone: "neutral", sentence: "On cash basis Xero was not asked for this day" });
  expect(tieOutSentence({ parameters: { ...parameters, basis: "cash" }, tieOut, quality }).sentence).toBe("Ties to Xero: 212 of 214 accounts; 2 differ by 31.40, as at 31 Oct 2026");
});
