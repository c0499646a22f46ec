// Each runner of npm test, as a count of what passed, failed and was skipped.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { buildIfNeeded } from "../build.ts";
import { installHledger } from "../hledger/find.ts";
import { findBrowser } from "./browser.ts";
import { startStands } from "./stand.ts";

export type Count = { passed: number; failed: number; skipped: string[] };
type Runner = { name: string; run: (say: (line: string) => void) => Promise<Count> };

export const runners: readonly Runner[] = [
  { name: "types", run: () => check("node_modules/next/dist/bin/next", ["typegen"]).then((made) => (made.failed ? made : check("node_modules/typescript/bin/tsc", ["--noEmit"]))) },
  { name: "lint", run: () => check("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) },
  { name: "unit and database tests", run: unitTests },
  { name: "build", run: async (say) => buildIfNeeded(say).then(() => ({ passed: 1, failed: 0, skipped: [] })) },
  { name: "browser tests", run: browserTests },
];

const unitReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

/** The second engine is installed once, before tests that run side by side would each try. */
async function unitTests(say: (line: string) => void): Promise<Count> {
  installHledger(say);
  const file = "test-results/unit.json";
  rmSync(file, { force: true });
  const code = await run("node_modules/vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = unitReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const skipped = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === "pending" || status === "skipped" || status === "todo");
  const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites));
  return { passed: numPassedTests, failed, skipped: skipped.map(({ fullName }) => fullName) };
}

const browserReport = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) });

export async function browserTests(say: (line: string) => void, args: readonly string[] = []): Promise<Count> {
  const file = "test-results/browser.json";
  const browser = findBrowser(say);
  await buildIfNeeded(say);
  const stands = await startStands();
  try {
    rmSync(file, { force: true });
    const code = await run("node_modules/@playwright/test/cli.js", ["test", ...args], { ...stands.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) });
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
    const { stats } = browserReport.parse(JSON.parse(readFileSync(file, "utf8")));
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), skipped: Array.from({ length: stats.skipped }, () => "a browser test, for the reason printed above") };
  } finally {
    await stands.stop();
  }
}

async function check(program: string, args: readonly string[]): Promise<Count> {
  const code = await run(program, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
