// The newcomer's commands, run as a newcomer runs them.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";

const data = mkdtempSync(join(tmpdir(), "daybook-demo-"));
const port = Number(process.env.DEMO_TEST_PORT ?? 3930);
const ports = { PORT: String(port), SANDBOX_PORT: String(port + 1) };
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|NODE_ENV|VITEST|TEST|XERO_|NEXTAUTH|APP_URL|ENCRYPTION)/.test(name)));

afterAll(() => rmSync(data, { recursive: true, force: true }));

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function run(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ["scripts/ensure.mjs", ...args], { env: { ...bare, NODE_ENV: "production", LOG_LEVEL: "warn", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let kept = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (kept += chunk.toString()));
  return { child, output: () => kept, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

const demo = (...more: string[]) => run(["scripts/demo.ts", "--data", data, ...more], ports);

/** Processes whose environment names our data folder. */
function ours(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((pid) => environmentOf(pid).includes(`${data}/daybook.db`));
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

function onItsDatabase(statement: string): void {
  const database = new Database(join(data, "daybook.db"));
  expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  database.close();
}

const smallBooks = {
  Organisation: { OrganisationID: "0192f000-0000-4000-8000-00000000b00c", Name: "Small Books", BaseCurrency: "NZD", FinancialYearEndDay: 31, FinancialYearEndMonth: 3, Timezone: "NEWZEALANDSTANDARDTIME", CountryCode: "NZ" },
  Accounts: [{ AccountID: "0192f000-0000-4000-8000-00000000acc0", Code: "200", Name: "Sales", Type: "REVENUE", Status: "ACTIVE" }],
};

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not happen within a minute.");
    await delay(100);
  }
}

test("one command goes from nothing to stored statements that tie, and leaves how to come in", async () => {
  const first = demo("--no-serve");
  expect([await first.ended, first.output()]).toEqual([0, expect.stringContaining(`Daybook is ready: http://localhost:${port}`)]);
  expect(first.output()).toMatch(/ties to Xero in (\d+) of \1 accounts/);
  expect(first.output().match(/: stored /g)).toHaveLength(15);
  expect(first.output()).toContain("Pōhutukawa Catering Limited: its consent has run out since");
  const file = join(data, "demo.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    version: 1,
    url: `http://localhost:${port}`,
    sandboxUrl: `http://localhost:${port + 1}`,
    email: expect.stringContaining("@"),
    password: expect.any(String),
    apiKey: expect.stringMatching(/^dbk_\w{8}_\w{43}$/),
    tenantIds: Array.from({ length: 5 }, () => expect.any(String)),
    databaseUrl: join(data, "daybook.db"),
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
}, 300_000);

test("a second start does nothing twice", async () => {
  const before = readFileSync(join(data, "demo.json"), "utf8");
  const second = demo("--no-serve");
  expect(await second.ended).toBe(0);
  expect(second.output()).not.toMatch(/Connected|Building|migrated/);
  expect(second.output().match(/: stored /g)).toHaveLength(15);
  expect(second.output()).toContain("Pōhutukawa Catering Limited: waits for somebody to connect it again");
  expect(readFileSync(join(data, "demo.json"), "utf8")).toBe(before);
}, 120_000);

test("a sync that was cancelled, a password changed since, and other books do not stand in the way of a start", async () => {
  const file = join(data, "demo.json");
  const before = JSON.parse(readFileSync(file, "utf8"));
  const books = join(data, "books.json");
  writeFileSync(books, JSON.stringify({ books: 1, organisations: [smallBooks] }));
  onItsDatabase(`update "Jobs" set "status" = 'cancelled' where "tenantId" = '${before.tenantIds[0]}'`);
  onItsDatabase(`update "Users" set "passwordHash" = '$argon2id$v=19$m=19456,t=2,p=1$3HdyixkBhyPxn1T8WeAy/Q$Eb/yBJT275RK3LFiyH42nVAedAp6Uv9fdydupy3Tx4I'`);
  const third = demo("--no-serve", "--books", books);
  expect([await third.ended, third.output()]).toEqual([0, expect.stringContaining("Connected an organisation")]);
  expect(third.output().match(/Connected an organisation/g)).toHaveLength(1);
  const after = JSON.parse(readFileSync(file, "utf8"));
  expect(after.tenantIds).toHaveLength(6);
  expect([after.password === before.password, after.apiKey === before.apiKey]).toEqual([false, true]);
  expect(third.output()).toMatch(/Small Books: read \d+ objects/);
  // The stand-in no longer serves the books whose sync was cancelled, so the new one fails; that is said and stops nothing.
  expect(third.output()).toMatch(/: the sync ended as failed\./);
}, 120_000);

test("books without an organisation are refused with a sentence", async () => {
  const books = join(data, "empty.json");
  writeFileSync(books, JSON.stringify({ books: 1, organisations: [] }));
  const refused = demo("--no-serve", "--books", books);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/The demo stopped\.\n.*organisation/);
}, 120_000);

test("a taken port gets a sentence that says what to do", async () => {
  const squatter = createServer().listen(port);
  const refused = demo("--no-serve");
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 10}.`);
  squatter.close();
}, 60_000);

test.skipIf(process.platform !== "linux")("Ctrl-C leaves no process behind (it looks for them in Linux's /proc)", async () => {
  const served = demo();
  await until(() => served.output().includes("Sign in once"));
  expect(ours().length).toBeGreaterThanOrEqual(3);
  served.child.kill("SIGINT");
  await served.ended;
  await until(() => ours().length === 0);
}, 120_000);

test.skipIf(process.platform !== "linux").each(["SIGINT", "SIGKILL"] as const)("%s before the demo is ready leaves no process behind (it looks for them in Linux's /proc)", async (signal) => {
  const starting = demo();
  await until(() => starting.output().includes("Starting the Xero stand-in"));
  starting.child.kill(signal);
  const askedAt = Date.now();
  await starting.ended;
  await until(() => ours().length === 0);
  expect(Date.now() - askedAt).toBeLessThan(15_000);
  expect(starting.output()).not.toContain("Daybook is ready");
}, 120_000);

test.skipIf(process.platform !== "linux")("a killed parent leaves no process behind (it looks for them in Linux's /proc)", async () => {
  const served = demo();
  await until(() => served.output().includes("Sign in once"));
  served.child.kill("SIGKILL");
  await served.ended;
  await until(() => ours().length === 0);
}, 120_000);

test.each([
  [{ NEXTAUTH_SECRET: "" }, "NEXTAUTH_SECRET is missing"],
  [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters"],
  [{ ENCRYPTION_KEYS: "" }, "ENCRYPTION_KEYS is missing"],
  [{ ENCRYPTION_KEYS: "not a keyring" }, "ENCRYPTION_KEYS must be one or more of name:base64"],
  [{ APP_URL: "daybook.example.com" }, "APP_URL must be an http or https address"],
  [{ APP_URL: "http://daybook.example.com" }, "APP_URL is plain http on a public name"],
  [{ WORKER: "sometimes" }, "WORKER"],
  [{ PORT: "ninety" }, "PORT"],
])("npm start with %o stops with a sentence that names it", async (wrong, sentence) => {
  const right = { NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`, DATABASE_URL: join(data, "start.db") };
  const started = run(["scripts/start.ts"], { ...right, ...wrong });
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain("Daybook did not start.");
  expect(started.output()).toContain(sentence);
  expect(started.output()).not.toMatch(/\n\s+at /);
}, 60_000);
