// npm test: what CI runs. Every runner runs, whatever the one before it said; the last line adds them up.
import { type Count, runners } from "./testing/runners.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const counts: Count[] = [];
for (const { name, run } of runners) {
  const startedAt = performance.now();
  say(`\n── ${name}`);
  const count = await run(say).catch((error: unknown): Count => {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: [] };
  });
  say(`── ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped.length} skipped, ${Math.round((performance.now() - startedAt) / 1000)} s`);
  counts.push(count);
}

const total = (of: (count: Count) => number) => counts.reduce((sum, count) => sum + of(count), 0);
const failed = total((count) => count.failed);
for (const name of counts.flatMap(({ skipped }) => skipped)) say(`Skipped: ${name}`);
say(`\n${total((count) => count.passed)} passed, ${failed} failed, ${total(({ skipped }) => skipped.length)} skipped`);
process.exit(failed === 0 ? 0 : 1);
