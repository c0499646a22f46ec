// The production build by itself, marked as being of these sources, so that npm start takes it as it is.
import { buildIfNeeded } from "./build.ts";

await buildIfNeeded((line) => void process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
