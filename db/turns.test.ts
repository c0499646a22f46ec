import { expect, test, vi } from "vitest";
import { takingTurns } from "./turns.ts";

const tooLate = () => new Error("Nobody gave way.");

test("each thing is used by one at a time, in the order of asking", async () => {
  const inTurn = takingTurns(["a", "b"], tooLate, 1);
  const [using, order]: [Set<string>, number[]] = [new Set(), []];
  await Promise.all(
    Array.from({ length: 30 }, (_, number) =>
      inTurn(async (thing) => {
        expect(using.has(thing)).toBe(false);
        using.add(thing);
        order.push(number);
        await Promise.resolve();
        using.delete(thing);
      }),
    ),
  );
  expect(order).toEqual(Array.from({ length: 30 }, (_, number) => number));
});

test("who waits longer than the patience gets the sentence, and keeps nobody from what is free later", async () => {
  vi.useFakeTimers();
  const inTurn = takingTurns(["only"], tooLate, 30);
  let release = () => {};
  const first = inTurn(() => new Promise<void>((resolve) => { release = resolve; }));
  const late = expect(inTurn(async () => "late")).rejects.toThrow("Nobody gave way.");
  await vi.advanceTimersByTimeAsync(29_999);
  const patient = inTurn(async () => "patient");
  await vi.advanceTimersByTimeAsync(1);
  await late;
  release();
  await first;
  expect(await patient).toBe("patient");
  expect(await inTurn(async () => "next")).toBe("next");
  vi.useRealTimers();
});

test("a thing is given back also by who failed", async () => {
  const inTurn = takingTurns(["only"], tooLate, 1);
  await expect(inTurn(() => Promise.reject(new Error("on purpose")))).rejects.toThrow("on purpose");
  expect(await inTurn(async (thing) => thing)).toBe("only");
});
