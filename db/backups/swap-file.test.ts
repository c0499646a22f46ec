import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { swapFile } from "./swap-file.ts";

const now = new Date("2026-03-31T10:00:00.123Z");
let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  makeFile("restored.db", "restored").close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a restored file takes the place of the old one, which is kept whole beside it", () => {
  makeFile("books.db", "old").close();
  expect(swapFile(at("restored.db"), at("books.db"), now)).toBe(at("books.db.before-restore-20260331T100000Z"));
  expect([saidBy("books.db"), saidBy("books.db.before-restore-20260331T100000Z")]).toEqual(["restored", "old"]);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("where there was none it is simply there", () => {
  expect(swapFile(at("restored.db"), at("books.db"), now)).toBeUndefined();
  expect(saidBy("books.db")).toBe("restored");
});

test("while somebody has the old one open, even without doing anything, nothing is moved", () => {
  const open = makeFile("books.db", "old");
  expect(() => swapFile(at("restored.db"), at("books.db"), now)).toThrow(`${at("books.db")} is in use. Stop the app and its workers, and run the command again; nothing was changed.`);
  expect(existsSync(at("restored.db"))).toBe(true);
  open.prepare("insert into said values ('still at work')").run();
  open.close();
  swapFile(at("restored.db"), at("books.db"), now);
  expect(saidBy("books.db")).toBe("restored");
});

function makeFile(name: string, words: string): Database.Database {
  const database = new Database(at(name));
  database.pragma("journal_mode = WAL");
  database.exec("create table said (words text)");
  database.prepare("insert into said values (?)").run(words);
  return database;
}

function saidBy(name: string): unknown {
  const database = new Database(at(name));
  try {
    return database.prepare("select words from said").pluck().get();
  } finally {
    database.close();
  }
}
