// The commands that are typed on the machine that runs Daybook.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Stand } from "./stand.ts";

/** What `npm run <name>` prints, as its file prints it. */
export async function command(stand: Stand, script: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], { env: { ...process.env, ...stand.settings } });
  return stdout;
}
