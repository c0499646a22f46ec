// The newcomer's commands, run as a newcomer runs them.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";

const data = mkdtempSync(join(tmpdir(), "daybook-demo-"));
const ports = { PORT: "3930", SANDBOX_PORT: "3931" };
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

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not happen within a minute.");
    await delay(100);
  }
}

test("one command goes from nothing to stored statements that tie, and leaves how to come in", async () => {
  const first = demo("--no-serve");
  expect([await first.ended, first.output()]).toEqual([0, expect.stringContaining("Daybook is ready: http://localhost:3930")]);
  expect(first.output()).toMatch(/ties to Xero in (\d+) of \1 accounts/);
  expect(first.output().match(/: stored /g)).toHaveLength(6);
  const file = join(data, "demo.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    version: 1,
    url: "http://localhost:3930",
    sandboxUrl: "http://localhost:3931",
    email: expect.stringContaining("@"),
    password: expect.any(String),
    apiKey: expect.stringMatching(/^dbk_\w{8}_\w{43}$/),
    tenantIds: [expect.any(String), expect.any(String)],
    databaseUrl: join(data, "daybook.db"),
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
}, 300_000);

test("a second start does nothing twice", async () => {
  const before = readFileSync(join(data, "demo.json"), "utf8");
  const second = demo("--no-serve");
  expect(await second.ended).toBe(0);
  expect(second.output()).not.toMatch(/Connected|Building|migrated/);
  expect(second.output().match(/: stored /g)).toHaveLength(4);
  expect(readFileSync(join(data, "demo.json"), "utf8")).toBe(before);
}, 120_000);

test("a taken port gets a sentence that says what to do", async () => {
  const squatter = createServer().listen(3930);
  const refused = demo("--no-serve");
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain("Port 3930 is taken by another program. Stop that program, or choose another port: PORT=3940.");
  squatter.close();
}, 60_000);

test.skipIf(process.platform !== "linux")("Ctrl-C leaves no process behind", async () => {
  const served = demo();
  await until(() => served.output().includes("Sign in once"));
  expect(ours().length).toBeGreaterThanOrEqual(3);
  served.child.kill("SIGINT");
  await served.ended;
  await until(() => ours().length === 0);
}, 120_000);

test.skipIf(process.platform !== "linux")("a killed parent leaves no process behind", async () => {
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
