import { expect, test } from "vitest";
import { typedAfter } from "#components/shell/typed-keys.ts";

const nothing = { keys: "", at: 0 };

test("a key by itself is itself", () => {
  expect(typedAfter(nothing, "?", 10_000).keys).toBe("?");
});

test("a key soon after g belongs to it", () => {
  expect(typedAfter(typedAfter(nothing, "g", 10_000), "t", 11_499).keys).toBe("g t");
});

test("a key long after g does not", () => {
  expect(typedAfter(typedAfter(nothing, "g", 10_000), "t", 11_500).keys).toBe("t");
});

test("after a jump the next key begins anew", () => {
  const jumped = typedAfter(typedAfter(nothing, "g", 10_000), "d", 10_100);
  expect(typedAfter(jumped, ".", 10_200).keys).toBe(".");
});
