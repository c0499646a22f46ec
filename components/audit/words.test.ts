import { expect, test } from "vitest";
import { actionGroups, actionWords } from "#components/audit/words.ts";
import { actionNames } from "#lib/audit/actions.ts";

test("everything that can be on record has words of its own, and is offered once for filtering", () => {
  const offered: string[] = actionGroups.flatMap(({ actions }) => [...actions]);
  expect(offered.toSorted()).toEqual(actionNames.toSorted());
  expect(actionNames.filter((action) => actionWords(action) === action)).toEqual([]);
  expect(new Set(actionNames.map(actionWords)).size).toBe(actionNames.length);
});
