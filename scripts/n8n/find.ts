// n8n's evaluator of expressions, for the test of the templates: the one beside them, else the registry's, else a sentence. It has a folder of its
// own, because it is large, under n8n's own licence (the Sustainable Use License), and no part of Daybook.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const folder = "integrations/n8n";

/** For the end of a test's name. */
export const withoutN8n = haveN8n() ? "" : ` (skipped: n8n-workflow is not here; npm ci --ignore-scripts --prefix ${folder})`;

export function haveN8n(): boolean {
  return existsSync(`${folder}/node_modules/n8n-workflow/package.json`);
}

/** Whether it is there now. */
export function installN8n(say: (line: string) => void): boolean {
  if (haveN8n()) return true;
  say("Installing n8n's evaluator of expressions …");
  spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder], { stdio: "ignore", shell: process.platform === "win32" });
  return haveN8n();
}
