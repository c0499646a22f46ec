// npm run demo: the whole product on this machine, beside a stand-in for Xero.
import { demoEnvironment } from "./demo/environment.ts";
import { readOptions } from "./demo/options.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const options = readOptions(process.argv.slice(2).filter((word) => word !== "--"));
  const env = demoEnvironment(options);
  // The tables bind to the database when they are first imported, so the environment comes first.
  Object.assign(process.env, env);
  const { runDemo } = await import("./demo/run.ts");
  await runDemo(options, env, say);
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demo stopped.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
