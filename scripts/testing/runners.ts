// Each runner of npm test, as a count of what passed, failed and was skipped.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";
import { buildIfNeeded } from "../build.ts";
import { installHledger } from "../hledger/find.ts";
import { installN8n } from "../n8n/find.ts";
import { findBrowser } from "./browser.ts";
import { startStands } from "./stand.ts";

/** How many passed; and of what failed or was skipped, the names. */
export type Count = { passed: number; failed: string[]; skipped: string[] };
type Runner = { name: string; run: (say: (line: string) => void) => Promise<Count> };

const withoutTests: readonly Runner[] = [
  { name: "types", run: types },
  { name: "lint", run: () => check("lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) },
];

const tests: readonly Runner[] = [
  { name: "build", run: async (say) => buildIfNeeded(say).then(() => ({ passed: 1, failed: [], skipped: [] })) },
  { name: "unit and database tests", run: unitTests },
  { name: "browser tests", run: browserTests },
];

/** Of each part of the tests (`parts.ts`), one after the other: two cores are busy with each of them, and what runs beside something else takes longer than
 * it would after it. The demo among the unit tests and all browser tests use the build. */
export const runnersOf = { short: [...withoutTests, ...tests], rest: tests } as const;

/** What the tests use of the machine, installed where it is missing and may be: once, before tests that run side by side would each try. */
export function installTools(say: (line: string) => void): void {
  installHledger(say);
  installN8n(say);
  findBrowser(say);
}

async function types(): Promise<Count> {
  const generated = await check("types of the routes", "node_modules/next/dist/bin/next", ["typegen"]);
  return generated.failed.length > 0 ? generated : check("types", "node_modules/typescript/bin/tsc", ["--noEmit"]);
}

const unitReport = z.object({
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

async function unitTests(): Promise<Count> {
  const file = "test-results/unit.json";
  rmSync(file, { force: true });
  const code = await run("node_modules/vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  if (!existsSync(file)) return { passed: 0, failed: ["unit and database tests: ended without a report"], skipped: [] };
  const { testResults } = unitReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const named = (...of: string[]) =>
    testResults.flatMap(({ name, assertionResults }) => assertionResults.filter(({ status }) => of.includes(status)).map(({ fullName }) => `${relative(".", name)} › ${fullName}`));
  // A file can fail with none of its tests: by not loading, or in what stands before and after them.
  const files = testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed")).map(({ name }) => relative(".", name));
  return { passed: named("passed").length, failed: orTheRunner("unit and database tests", code, [...named("failed"), ...files]), skipped: named("pending", "skipped", "todo") };
}

const suite = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string(), projectName: z.string() })) })),
  get suites() {
    return z.array(suite).optional();
  },
});
type Suite = z.infer<typeof suite>;
const browserReport = z.object({ suites: z.array(suite) });

export async function browserTests(say: (line: string) => void, args: readonly string[] = []): Promise<Count> {
  const file = "test-results/browser.json";
  const browser = findBrowser(say);
  await buildIfNeeded(say);
  const stands = await startStands();
  try {
    rmSync(file, { force: true });
    const code = await run("node_modules/@playwright/test/cli.js", ["test", ...args], { ...stands.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) });
    if (!existsSync(file)) return { passed: 0, failed: ["browser tests: ended without a report"], skipped: [] };
    const { suites } = browserReport.parse(JSON.parse(readFileSync(file, "utf8")));
    const named = (...of: string[]) =>
      allSpecs(suites).flatMap(({ title, file: spec, tests }) => tests.filter(({ status }) => of.includes(status)).map(({ projectName }) => `[${projectName}] ${spec} › ${title}`));
    return { passed: named("expected").length, failed: orTheRunner("browser tests", code, named("unexpected", "flaky")), skipped: named("skipped") };
  } finally {
    await stands.stop();
  }
}

function allSpecs(suites: readonly Suite[]): Suite["specs"] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...allSpecs(inner)]);
}

/** A runner can fail with all its tests passed, by what was thrown past them: then it fails under its own name. */
function orTheRunner(name: string, code: number, failed: string[]): string[] {
  return code === 0 || failed.length > 0 ? failed : [`${name}: something outside the tests, printed above`];
}

async function check(name: string, program: string, args: readonly string[]): Promise<Count> {
  const code = await run(program, args);
  return code === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
