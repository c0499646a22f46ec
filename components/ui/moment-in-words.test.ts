import { expect, test } from "vitest";
import { ago, writtenOut } from "#components/ui/moment-in-words.ts";

const now = new Date("2026-11-21T07:12:00Z");

test.each([
  ["2026-11-21T07:11:31Z", "just now"],
  ["2026-11-21T07:12:20Z", "just now"],
  ["2026-11-21T07:00:00Z", "12 minutes ago"],
  ["2026-11-21T05:13:00Z", "1 hour ago"],
  ["2026-11-18T07:00:00Z", "3 days ago"],
])("%s is %s", (at, words) => {
  expect(ago(new Date(at), now)).toBe(words);
});

test("a moment is written on the organisation's clock", () => {
  expect(writtenOut(now, "Pacific/Auckland")).toBe("21 Nov 2026, 20:12");
  expect(writtenOut(now, "Europe/London")).toBe("21 Nov 2026, 07:12");
});
