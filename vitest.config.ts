import { globSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/testing/longest-first.ts";
import { isInPart, restOfUnitTests } from "./scripts/testing/parts.ts";

// Tests that open a database run on both; the others have nothing to learn from the second run. Those that open nothing at all share a process and
// its modules, which would cost more than they do.
const isRun = (file: string) => isInPart(file, restOfUnitTests);
const all = globSync(["db/**/*.test.ts", "lib/**/*.test.ts", "components/**/*.test.ts", "worker/**/*.test.ts", "scripts/**/*.test.ts", "sandbox/**/*.test.ts"]).filter(isRun);
const contentOf = (file: string) => readFileSync(file, "utf8");
const onDatabase = all.filter((file) => /freshDatabase|syncedBooks/.test(contentOf(file)));

// Whole books from the stand-in to their statements, workers that are killed, and every request that can be wrong: what they prove lies above the
// database, and what a database could answer differently is tried by the others. On PostgreSQL they run in the long form.
const books = ["clients", "demo-books", "dashboard", "edits-between-pages", "planted-faults", "real-documents", "second-engine", "worked-ageing", "worked-books", "worked-postings"];
const workers = ["changes", "crash", "killed-senders", "xero-node"];
const inLongForm = [...[...books, ...workers].map((name) => `worker/${name}.test.ts`), "lib/openapi/bad-input.test.ts", "lib/reports/combinations.test.ts", "lib/reports/worked-columns.test.ts"];
const onPostgres = process.env.TEST_LONG ? onDatabase : onDatabase.filter((file) => !inLongForm.includes(file));
const plain = all.filter((file) => /^(db|lib|components)\//.test(file) && !onDatabase.includes(file));

// A third of the time of a file goes into a process of its own and the modules it loads. Those that all live under the same settings share one;
// the environment is read once a process, so whoever changes it, or what hangs on the process, is alone.
const changesItsProcess = /vi\.(mock|stubEnv|stubGlobal|spyOn)|stubSettings\(\{|setStage\(|pointAt|syncedBooks|process\.env|observe\(|openEngine|startPostgres|xero\/testing\/server/;
const alone = all.filter((file) => !plain.includes(file) && (!onDatabase.includes(file) || changesItsProcess.test(contentOf(file))));

// Drizzle comes as hundreds of small files, which every test file would load anew; bundled once, they cost nothing.
const drizzle = ["drizzle-orm", "drizzle-orm/pg-core", "drizzle-orm/sqlite-core", "drizzle-orm/better-sqlite3", "drizzle-orm/postgres-js"];
const deps = { optimizer: { ssr: { enabled: true, include: drizzle } } };

const shared = { deps, pool: "forks" as const, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000, exclude: [...configDefaults.exclude, ".next/**"] };

/** postgres.js writes once more to a socket that has just gone, when a connection is cut at that very instant, and throws where nobody can catch it;
 * the query itself is refused as it should be. Everything else that is thrown past the tests fails them. */
function isOfTheDriver({ message = "", stack = "" }: { message?: string; stack?: string }): boolean {
  return message === "Cannot read properties of null (reading 'write')" && stack.includes("postgres/src/connection.js");
}

/** Without any, vitest would look for files itself. */
function orNone(files: readonly string[]): string[] {
  return files.length > 0 ? [...files] : ["none"];
}

/** One project of a database: of some files, each by itself or all of them in one process a core. */
function onIts(dialect: "sqlite" | "postgres", name: string, include: readonly string[], isolate: boolean) {
  const env = { DATABASE_URL: dialect === "sqlite" ? "unset.db" : "postgres://unset", LOG_LEVEL: "silent" };
  return { test: { ...shared, name, isolate, env, globalSetup: `db/testing/setup-${dialect}.ts`, include: orNone(include) } };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    onUnhandledError: (error) => !isOfTheDriver(error),
    projects: [
      { test: { ...shared, name: "plain", include: orNone(plain), isolate: false, env: { DATABASE_URL: "unset.db", LOG_LEVEL: "silent" } } },
      onIts("sqlite", "sqlite", onDatabase.filter((file) => !alone.includes(file)), false),
      onIts("sqlite", "sqlite-alone", alone, true),
      onIts("postgres", "postgres", onPostgres.filter((file) => !alone.includes(file)), false),
      onIts("postgres", "postgres-alone", onPostgres.filter((file) => alone.includes(file)), true),
    ],
  },
});
