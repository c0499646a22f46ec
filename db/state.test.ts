import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("however often the framework loads the doors in one process, there is one engine behind them, and no door opens inside another copy's", async () => {
  const [first, second] = [await load(), await load()];
  expect(second.read).not.toBe(first.read);
  await first.systemRead(async () => undefined);
  const engine = first.shared().engine;
  await second.systemRead(async () => undefined);
  expect(engine).toBeDefined();
  expect(second.shared().engine).toBe(engine);
  await expect(first.systemRead(() => second.systemRead(async () => undefined))).rejects.toThrow("inside another one");
});

async function load() {
  vi.resetModules();
  return { ...(await import("./index.ts")), ...(await import("./system.ts")), ...(await import("./state.ts")) };
}
