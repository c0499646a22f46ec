import { expect, test } from "vitest";
import { originOf, pathWithin } from "#lib/people/origin.ts";

test.each(["/", "/o/1/reports?from=2026-01#top", "/sign-in", "/a//b"])("%s is a way to go on", (next) => {
  expect(pathWithin(next)).toBe(next);
});

const elsewhere = ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example", "/\t/elsewhere.example", "/..//elsewhere.example"];

test.each([...elsewhere, "javascript:alert(1)", "reports", "", undefined, ["/a"]])("%s leads to the start page instead", (next) => {
  expect(pathWithin(next)).toBe("/");
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["10.0.0.1, 203.0.113.7", "203.0.113.7"],
  ["2001:db8::1", "2001:db8::1"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["<script>", null],
])("of the addresses %s the last one counts", (forwarded, ipAddress) => {
  expect(originOf(new Headers({ "x-forwarded-for": forwarded, "user-agent": "A browser" }), true)).toEqual({ ipAddress, userAgent: "A browser" });
});

test.each(["203.0.113.7", "10.0.0.1, 203.0.113.7", "::1", "<script>"])("without a proxy nobody is believed to come from %s", (forwarded) => {
  expect(originOf(new Headers({ "x-forwarded-for": forwarded, "user-agent": "A browser" }), false)).toEqual({ ipAddress: "127.0.0.1", userAgent: "A browser" });
});

test("behind a proxy that says nothing, nothing is known", () => {
  expect(originOf(new Headers(), true)).toEqual({ ipAddress: null, userAgent: null });
});
