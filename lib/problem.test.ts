import { expect, test } from "vitest";
import { awayError, busyError } from "#db/errors.ts";
import { problem } from "#lib/problem.ts";

test.each([
  ["busy", busyError(30), "The database was busy for 30 seconds, so nothing was done. Nothing is lost; try again in a moment."],
  ["busy, as SQLite says it", Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }), "The database is busy. Nothing is lost; try again in a moment."],
  ["away", awayError(false), "The database cannot be reached. Nothing that was kept is lost. Nothing was done; try again in a moment."],
  ["gone in the middle", awayError(true), "The database cannot be reached. Nothing that was kept is lost. Look whether your change is there before you try again."],
])("a database that is %s is unavailable, in a sentence, and no fault of ours", async (_label, error, detail) => {
  const answer = problem(error, "request");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: "unavailable", detail });
});

test("somebody else's refused connection stays a bug", () => {
  expect(problem(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "request").status).toBe(500);
});
