import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentHash } from "#lib/canonical.ts";

test("the hash is of RFC 8785 canonical JSON: keys in order, no space, characters as they are", () => {
  const canonical = '{"a":[1,true,null],"b":"€ \\u0007"}';
  expect(contentHash({ b: "€ \u0007", a: [1, true, null] })).toBe(createHash("sha256").update(canonical).digest("hex"));
});

test("the order in which a database gives keys back does not matter", () => {
  expect(contentHash({ one: 1, two: { three: 3, four: 4 } })).toBe(contentHash({ two: { four: 4, three: 3 }, one: 1 }));
});
