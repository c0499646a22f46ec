import { globSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

// Tests that open a database run on both; the others have nothing to learn from the second run.
const all = ["db/**/*.test.ts", "lib/**/*.test.ts", "components/**/*.test.ts", "worker/**/*.test.ts", "scripts/**/*.test.ts", "sandbox/**/*.test.ts"];
const onDatabase = globSync(all).filter((file) => /freshDatabase|syncedBooks/.test(readFileSync(file, "utf8")));

const shared = { pool: "forks" as const, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000, exclude: [...configDefaults.exclude, ".next/**"] };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "sqlite", include: all, globalSetup: "db/testing/setup-sqlite.ts", env: { DATABASE_URL: "unset.db", LOG_LEVEL: "silent" } } },
      {
        test: {
          ...shared,
          name: "postgres",
          include: onDatabase.length > 0 ? onDatabase : ["none"],
          globalSetup: "db/testing/setup-postgres.ts",
          env: { DATABASE_URL: "postgres://unset", LOG_LEVEL: "silent" },
        },
      },
    ],
  },
});
