import { expect, test } from "vitest";
import { matching } from "#components/ui/matching.ts";

test("a filter finds by the beginnings of words, in any order, and everything while nothing is typed", () => {
  const [kauri, thames] = ["Kauri Dental", "Thames Design Studio"];
  const found = (typed: string) => matching([kauri, thames], typed, (name) => name ?? "");
  expect(found("des th")).toEqual([thames]);
  expect(found(" ")).toEqual([kauri, thames]);
  expect(found("hames")).toEqual([]);
});
