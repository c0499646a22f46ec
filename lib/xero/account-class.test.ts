import { expect, test } from "vitest";
import { classOf } from "#lib/xero/account-class.ts";

test("the class that Xero gives counts, whatever type it comes with", () => {
  expect([classOf("LIABILITY", "TRUST"), classOf("ASSET", "CRYPTO"), classOf(null, "PAYG"), classOf("", "OTHERINCOME")]).toEqual(["LIABILITY", "ASSET", "LIABILITY", "REVENUE"]);
});

test("an account of a type nobody knows, without a class, is refused in a sentence that names the type", () => {
  expect(() => classOf(null, "CRYPTO")).toThrow('Xero sent an account of the type "CRYPTO", which Daybook does not know, without saying what class it is. Nothing of it was kept.');
});
