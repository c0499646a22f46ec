import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { backUpIfDue } from "#lib/backups/keep-backups.ts";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
});
afterAll(() => database.close());

const at = (instant: string) => new Date(`2026-03-${instant}:00Z`);
const due = (now: Date, keep = 3) => backUpIfDue({ url: database.url, folder, key: null, everyHours: 24, keep }, now);

test("one is taken when there is none, and the next a day after it", async () => {
  expect(await due(at("01T10:00"))).toBeDefined();
  expect(await due(at("02T09:59"))).toBeUndefined();
  expect(await due(at("02T10:00"))).toBeDefined();
  expect(readdirSync(folder)).toEqual(["daybook-20260301T100000Z.tar.gz", "daybook-20260302T100000Z.tar.gz"]);
  rmSync(folder, { recursive: true });
});

test("as many are kept as were asked for, the oldest go first, and what is no backup stays", async () => {
  writeFileSync(join(folder, "notes.txt"), "");
  for (const day of ["01", "02", "03"]) await due(at(`${day}T10:00`), 2);
  expect(readdirSync(folder)).toEqual(["daybook-20260302T100000Z.tar.gz", "daybook-20260303T100000Z.tar.gz", "notes.txt"]);
  rmSync(folder, { recursive: true });
});

test("two workers that find the same one due take one", async () => {
  const taken = await Promise.all([due(at("01T10:00")), due(at("01T10:00"))]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["daybook-20260301T100000Z.tar.gz"]);
  rmSync(folder, { recursive: true });
});

test("what a killed worker left does not keep the next from it for longer than an hour", async () => {
  const left = join(folder, ".after-nothing.part");
  writeFileSync(left, "");
  utimesSync(left, at("01T10:00"), at("01T10:00"));
  expect(await due(at("01T10:59"))).toBeUndefined();
  expect(await due(at("01T11:01"))).toBeDefined();
  expect(readdirSync(folder)).toEqual(["daybook-20260301T110100Z.tar.gz"]);
  rmSync(folder, { recursive: true });
});
