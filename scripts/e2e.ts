// npm run test:e2e -- [what to run]: the browser tests alone.
import { browserTests } from "./testing/runners.ts";

const { passed, failed, skipped } = await browserTests((line) => void process.stdout.write(`${line}\n`), process.argv.slice(2));
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
process.exit(failed.length === 0 ? 0 : 1);
