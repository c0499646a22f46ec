// npm run test:a11y: every screen as every role, at every width, in both themes, and every screen of books that are there to break layouts. What is
// walked is listed in docs/accessibility.md. About a quarter of an hour.
import { browserTests } from "./testing/runners.ts";

process.env.TEST_LONG = "yes";
const { passed, failed } = await browserTests((line) => void process.stdout.write(`${line}\n`), ["every-screen", "unruly-books", ...process.argv.slice(2)]);
process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
process.exit(failed.length === 0 ? 0 : 1);
