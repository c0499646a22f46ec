import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { checkDatabaseSettings, migrationUrl } from "./configuration.ts";
import { migrate } from "./migrate.ts";
import { checkDatabase } from "./ready.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(["mysql://u:hunter2@db.example/books", "postgressql://u:hunter2@db.example/books", "POSTGRES://u:hunter2@db.example/books", "postgres:/u:hunter2@db.example/books", "https://db.example/hunter2", "sqlite:hunter2.db"])(
  "%s is not taken for the name of a new file, and its password is not repeated",
  async (address) => {
    for (const variable of ["DATABASE_URL", "DATABASE_MIGRATION_URL"]) {
      vi.stubEnv(variable, address);
      for (const start of [checkDatabase, async () => migrate(migrationUrl())]) {
        const said = await sentenceOf(start());
        expect(said).toMatch(new RegExp(`^${variable} begins with ".+:", which Daybook does not know\\. Give postgres://`));
        expect(said).not.toContain("hunter2");
      }
      vi.unstubAllEnvs();
    }
    expect(existsSync(address)).toBe(false);
  },
);

test.each(["postgres://u:p@db.example/books", "postgresql://db.example/books", "file:books.db", "file:///srv/books.db", "books.db", "./a:b.db", "/srv/books.db", "C:\\books.db"])("%s is an address or a file", (address) => {
  vi.stubEnv("DATABASE_URL", address);
  expect(checkDatabaseSettings).not.toThrow();
});

test("a wrong DATABASE_POOL_MAX stops the start", async () => {
  vi.stubEnv("DATABASE_POOL_MAX", "20");
  expect(await sentenceOf(checkDatabase())).toBe('DATABASE_POOL_MAX must be a whole number of connections, 2 to 10; it is "20".');
});

test.each(["localhost", "127.0.0.1"])("PostgreSQL that does not answer at %s stops the start with a sentence that says where it was looked for", async (host) => {
  const port = await closedPort();
  const address = `postgres://someone:hunter2@${host}:${port}/books`;
  vi.stubEnv("DATABASE_URL", address);
  const sentence = `DATABASE_URL: PostgreSQL does not answer at ${host}:${port} (ECONNREFUSED). Start it, or correct the address.`;
  expect([await sentenceOf(checkDatabase()), await sentenceOf(migrate(address))]).toEqual([sentence, sentence]);
});

test("an address that cannot be read is named, without what it says", async () => {
  const address = "postgres://someone:hunter2/@:x:db/books";
  vi.stubEnv("DATABASE_URL", address);
  const said = await sentenceOf(migrate(address));
  expect(said).toContain("DATABASE_URL cannot be read as an address.");
  expect(said).not.toContain("hunter2");
});

async function sentenceOf(start: Promise<unknown>): Promise<string> {
  return start.then(
    () => "it started",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** One that was free a moment ago. */
async function closedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
