// How the engines behave when many want them, when somebody else holds the file, and when the server goes away.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { databaseUrl, poolSettings } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import { isAway, isBusy, isDuplicate, isTransient } from "./errors.ts";
import { read, readMany, transaction } from "./index.ts";
import { openPostgres } from "./postgres.ts";
import { Accounts, Users, XeroTenants } from "./schema/index.ts";
import { observe, shared } from "./state.ts";
import { systemTransaction } from "./system.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { fill, sampleRows } from "./testing/sample-rows.ts";

let database: TestDatabase;
const sample = sampleRows();

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
});
afterEach(() => observe({ onQuery: () => {}, onDoor: () => {} }));
afterAll(() => database.close());

test("a second copy of the module, as Next loads it, shares the engine of the first", async () => {
  await read(sample, (q) => q.select().from(XeroTenants));
  const engine = shared().engine;
  const again = "./index.ts?again";
  const second: typeof import("./index.ts") = await import(again);
  expect(second.read).not.toBe(read);
  expect(await second.read(sample, (q) => q.select({ id: XeroTenants.id }).from(XeroTenants))).toEqual([{ id: sample.tenantId }]);
  expect(shared().engine).toBe(engine);
  await expect(second.read(sample, () => read(sample, async () => 1))).rejects.toThrow("inside another one");
});

test("each query is reported once, by its text and never by its values, and each door by how many there were", async () => {
  const queries: string[] = [];
  const doors: { door: string; queries: number }[] = [];
  observe({ onQuery: ({ text, milliseconds }) => void (milliseconds >= 0 && queries.push(text)), onDoor: ({ door, queries: count }) => void doors.push({ door, queries: count }) });
  await read(sample, async (q) => {
    await q.select().from(Accounts).where(eq(Accounts.name, "a secret name"));
    await q.select().from(XeroTenants);
  });
  await transaction(sample, (tx) => tx.update(Accounts).set({ name: "a secret name" }).where(eq(Accounts.tenantId, tx.tenantId)).then(() => undefined));
  expect(queries).toHaveLength(3);
  expect(queries.join()).not.toContain("a secret name");
  expect(doors).toEqual([{ door: "read", queries: 2 }, { door: "transaction", queries: 1 }]);
});

test("a failing query is reported, too, and its door closes", async () => {
  const doors: string[] = [];
  observe({ onDoor: ({ door }) => void doors.push(door) });
  await expect(read(sample, (q) => q.select({ nothing: sql`nonsense(1)` }).from(XeroTenants))).rejects.toThrow();
  expect(doors).toEqual(["read"]);
});

test("a key that is taken is a duplicate on both databases, and nothing else is", async () => {
  const person = { email: "twice@example.com", passwordHash: "-" };
  const insert = () => systemTransaction((tx) => tx.insert(Users).values(person).then(() => undefined));
  await insert();
  expect(isDuplicate(await failureOf(insert()))).toBe(true);
  const sameId = systemTransaction((tx) => tx.insert(Users).values({ ...person, id: sample.rows.get("Users")?.id, email: "other@example.com" }).then(() => undefined));
  expect(isDuplicate(await failureOf(sameId))).toBe(true);
  const badRole = systemTransaction((tx) => tx.insert(Users).values({ ...person, email: "third@example.com", role: sql`'Emperor'` }).then(() => undefined));
  expect(isDuplicate(await failureOf(badRole))).toBe(false);
});

test("a duplicate that is let pass changes nothing and fails nothing", async () => {
  const { id } = sample.rows.get("Users") ?? { id: "" };
  const inserted = await systemTransaction((tx) => tx.insert(Users).values({ id, email: "passed@example.com", passwordHash: "-" }).onConflictDoNothing().returning({ id: Users.id }));
  expect(inserted).toEqual([]);
});

test("a database that could not be opened is tried again by the next who asks", async () => {
  const { url } = database;
  await shared().engine?.then((engine) => engine.close());
  shared().engine = undefined;
  process.env.DATABASE_URL = dialectOf(url) === "sqlite" ? `${url}/inside/daybook.db` : "postgres://nobody@127.0.0.1:1/nothing";
  await expect(readMany([], (q) => q.select().from(XeroTenants))).rejects.toThrow();
  if (dialectOf(url) === "postgres") await shared().engine?.then((engine) => engine.close());
  if (dialectOf(url) === "postgres") shared().engine = undefined;
  process.env.DATABASE_URL = url;
  expect(await read(sample, (q) => q.select({ id: XeroTenants.id }).from(XeroTenants))).toHaveLength(1);
});

test.each(["a few", "1.5", "-3", "0", "1", "11", "20"])("DATABASE_POOL_MAX=%s is refused by name", (text) => {
  vi.stubEnv("DATABASE_POOL_MAX", text);
  expect(poolSettings).toThrow("DATABASE_POOL_MAX");
  vi.unstubAllEnvs();
});

test("a pool has two connections at least, five at most in development and ten in production", () => {
  const most = (text: string, mode: string) => {
    vi.stubEnv("DATABASE_POOL_MAX", text);
    vi.stubEnv("NODE_ENV", mode);
    return poolSettings().max;
  };
  expect([most("2", "development"), most("10", "development"), most("", "development"), most("10", "production"), most("", "production")]).toEqual([2, 5, 5, 10, 10]);
  vi.unstubAllEnvs();
});

if (dialectOf(databaseUrl()) === "sqlite") {
  test("while another process writes, ours waits without holding anybody up, and then writes", async () => {
    const other = await holdingTheFile(400);
    const beats: number[] = [];
    const beat = setInterval(() => beats.push(performance.now()), 5);
    const startedAt = performance.now();
    await transaction(sample, (tx) => tx.update(Accounts).set({ name: "waited" }).where(eq(Accounts.tenantId, tx.tenantId)).then(() => undefined));
    const waited = performance.now() - startedAt;
    clearInterval(beat);
    const gaps = beats.slice(1).map((at, index) => at - (beats[index] ?? at));
    expect(waited).toBeGreaterThan(150);
    expect(Math.max(...gaps)).toBeLessThan(150);
    await ended(other);
  });

  test("while another process writes, reading goes on", async () => {
    const other = await holdingTheFile(400);
    const startedAt = performance.now();
    expect(await read(sample, (q) => q.select().from(Accounts))).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(300);
    await ended(other);
  });

  test("a process that is killed in the middle of a write leaves the file free and unchanged", async () => {
    const other = await holdingTheFile(60_000);
    other.kill("SIGKILL");
    await ended(other);
    await transaction(sample, (tx) => tx.update(Accounts).set({ name: "free again" }).where(eq(Accounts.tenantId, tx.tenantId)).then(() => undefined));
    expect(await read(sample, (q) => q.select({ name: Accounts.name }).from(Accounts))).toEqual([{ name: "free again" }]);
  });
} else {
  test("who waits too long for a connection is told so in a sentence, and the next one is served", async () => {
    const engine = openPostgres(database.url, { max: 2, idleSeconds: 1, acquireSeconds: 3 });
    const nobody = { tenantIds: [], system: false };
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holders = [engine.read(nobody, () => released), engine.write(nobody, () => released)];
    const refused = await failureOf(engine.read(nobody, async () => 1));
    release();
    await Promise.all(holders);
    expect(isBusy(refused)).toBe(true);
    expect(String(refused)).toContain("The database was busy for 3 seconds, so nothing was done.");
    expect(await engine.read(nobody, async () => 2)).toBe(2);
    await engine.close();
  });

  test("a connection that is cut before anything was committed is made again, and the work is done once", async () => {
    let attempts = 0;
    await transaction(sample, async (tx) => {
      attempts += 1;
      await tx.update(Accounts).set({ name: sql`${Accounts.name} || '+'` }).where(eq(Accounts.tenantId, tx.tenantId));
      const [backend] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(XeroTenants);
      if (attempts === 1) await terminate(backend?.pid ?? 0);
      await tx.select().from(XeroTenants);
    });
    const [account] = await read(sample, (q) => q.select({ name: Accounts.name }).from(Accounts));
    expect(attempts).toBe(2);
    expect(account?.name.match(/\+/g)).toHaveLength(1);
  });

  test("a server that stays away is a transient failure, said within the time", async () => {
    const engine = openPostgres("postgres://nobody@127.0.0.1:1/nothing", { max: 2, idleSeconds: 1, acquireSeconds: 5 });
    const failure = await failureOf(engine.read({ tenantIds: [], system: false }, (q) => q.select().from(XeroTenants)));
    expect([isTransient(failure), isAway(failure)]).toEqual([true, true]);
    expect(String(failure)).toContain("The database cannot be reached. Nothing that was kept is lost.");
    await engine.close();
  });
}

if (dialectOf(databaseUrl()) === "postgres") {
  test("a server that never answers is given up once, after the one patience, and what was to be done is not done later", async () => {
    const silent = createServer(() => {});
    await once(silent.listen(0, "127.0.0.1"), "listening");
    const address = silent.address();
    const engine = openPostgres(`postgres://nobody@127.0.0.1:${typeof address === "object" ? address?.port : 0}/nothing`, { max: 2, idleSeconds: 1, acquireSeconds: 1 });
    const startedAt = performance.now();
    const work = vi.fn(async () => undefined);
    expect(isAway(await failureOf(engine.write({ tenantIds: [], system: false }, work)))).toBe(true);
    expect(work).not.toHaveBeenCalled();
    expect(performance.now() - startedAt).toBeLessThan(2_900);
    silent.close();
    await engine.close();
  });
}

/** Another process that has begun to write and goes on for a while. */
async function holdingTheFile(milliseconds: number): Promise<ChildProcess> {
  const script = `
    import Database from "better-sqlite3";
    const database = new Database(process.argv[1]);
    database.exec("begin immediate");
    database.exec("update Accounts set name = 'theirs'");
    process.stdout.write("held");
    setTimeout(() => { database.exec("rollback"); database.close(); }, ${milliseconds});`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, database.url], { cwd: process.cwd(), stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function terminate(pid: number): Promise<void> {
  const owner = postgres(database.url, { max: 1, onnotice: () => {} });
  await owner`select pg_terminate_backend(${pid}, 5000)`;
  await owner.end();
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
