import { expect, test } from "vitest";
import { actionGroups, actionWords, detailsInWords } from "#components/audit/words.ts";
import { actionNames } from "#lib/audit/actions.ts";

test("everything that can be on record has words of its own, and is offered once for filtering", () => {
  const offered: string[] = actionGroups.flatMap(({ actions }) => [...actions]);
  expect(offered.toSorted()).toEqual(actionNames.toSorted());
  expect(actionNames.filter((action) => actionWords(action) === action)).toEqual([]);
  expect(new Set(actionNames.map(actionWords)).size).toBe(actionNames.length);
});

test("details are told in one order, however a database gives them back, and those without words as they are called", () => {
  expect(detailsInWords({ to: "Standard", from: "Accountant" })).toBe("from: Accountant · to: Standard");
  expect(detailsInWords({ zebra: true, key: "Q4rT7yPz", contentHash: "0123456789abcdef", apple: 1 })).toBe("content hash: 0123456789ab · key: Q4rT7yPz · apple: 1 · zebra: true");
});
