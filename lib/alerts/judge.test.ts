import fc from "fast-check";
import { expect, test } from "vitest";
import { nextStanding, type Standing, type Watch } from "#lib/alerts/judge.ts";
import { money } from "#lib/money.ts";

const closed: Standing = { isOpen: false };
const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
const watch = fc.record({ side: fc.constantFrom("above" as const, "below" as const), threshold: amount, band: fc.bigInt({ min: 0n, max: 100_000n }) });

/** Below 10,000 with a band of 500: what each figure makes of the one before. */
function walked(rule: Watch, figures: readonly (string | null)[]): string[] {
  let standing = closed;
  return figures.map((figure) => {
    standing = nextStanding(rule, standing, figure === null ? null : money(figure));
    return standing.isOpen ? "open" : "closed";
  });
}

test("a figure below its threshold raises, one at the threshold does not, and only one that is back by the band ends it", () => {
  const rule: Watch = { side: "below", threshold: money("10000"), band: money("500") };
  expect(walked(rule, ["10000.00", "9999.99", "10000.00", "10499.99", "10500.00", "10000.00", "9000.00"])).toEqual(["closed", "open", "open", "open", "closed", "closed", "open"]);
});

test("above its threshold it is the same the other way round", () => {
  const rule: Watch = { side: "above", threshold: money("45"), band: money("5") };
  expect(walked(rule, ["45.0", "45.1", "40.1", "40.0", "45.0"])).toEqual(["closed", "open", "open", "closed", "closed"]);
});

test("figures that stay within the band never change what stands, in whatever order they come", () => {
  const within = watch.filter(({ band }) => band > 1n).chain((rule) => {
    const [low, high] = rule.side === "above" ? [rule.threshold - rule.band + 1n, rule.threshold] : [rule.threshold, rule.threshold + rule.band - 1n];
    return fc.record({ rule: fc.constant(rule), isOpen: fc.boolean(), figures: fc.array(fc.bigInt({ min: low, max: high }), { minLength: 1 }) });
  });
  fc.assert(
    fc.property(within, ({ rule, isOpen, figures }) => {
      let standing: Standing = isOpen ? { isOpen, figure: rule.threshold, isAcknowledged: false } : closed;
      for (const figure of figures) {
        standing = nextStanding(rule, standing, figure);
        expect(standing.isOpen).toBe(isOpen);
      }
    }),
  );
});

test("a figure that is not meaningful leaves everything as it is", () => {
  fc.assert(fc.property(watch, amount, fc.boolean(), (rule, figure, isAcknowledged) => {
    for (const before of [closed, { isOpen: true as const, figure, isAcknowledged }]) expect(nextStanding(rule, before, null)).toBe(before);
  }));
});

test("the same figure again changes nothing, whatever it did the first time", () => {
  fc.assert(fc.property(watch, amount, (rule, figure) => {
    const once = nextStanding(rule, closed, figure);
    expect(nextStanding(rule, once, figure)).toBe(once);
  }));
});

test("what was acknowledged stays so for the same figure, and not for another", () => {
  const rule: Watch = { side: "below", threshold: money("100"), band: 0n };
  const seen: Standing = { isOpen: true, figure: money("90"), isAcknowledged: true };
  expect(nextStanding(rule, seen, money("90"))).toBe(seen);
  expect(nextStanding(rule, seen, money("89.99"))).toEqual({ isOpen: true, figure: money("89.99"), isAcknowledged: false });
});
