// npm test, and npm run test:rest: the two parts of what CI runs. Every runner runs, whatever the one before it said; the last line adds them up.
import { type Count, installTools, runnersOf } from "./testing/runners.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failure(name: string, error: unknown): Count {
  say(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: [name], skipped: [] };
}

const part = process.argv[2] === "rest" ? "rest" : "short";
process.env.TEST_PART = part;
const counts: Count[] = [];
try {
  installTools(say);
} catch (error) {
  counts.push(failure("what the tests use of the machine", error));
}
for (const { name, run } of runnersOf[part]) {
  const startedAt = performance.now();
  say(`\n── ${name}`);
  const count = await run(say).catch((error: unknown) => failure(name, error));
  say(`── ${name}: ${count.passed} passed, ${count.failed.length} failed, ${count.skipped.length} skipped, ${Math.round((performance.now() - startedAt) / 1000)} s`);
  counts.push(count);
}

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.flatMap((count) => count.failed);
const skipped = counts.flatMap((count) => count.skipped);
for (const name of skipped) say(`Skipped: ${name}`);
for (const name of failed) say(`Failed: ${name}`);
say(`\n${passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
process.exit(failed.length === 0 ? 0 : 1);
