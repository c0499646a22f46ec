// Tests in their long form: nothing left out on PostgreSQL, and fifty kills on SQLite and ten on PostgreSQL unless CRASH_KILLS says otherwise.
import { spawnSync } from "node:child_process";

const kills = { sqlite: "50", postgres: "10" };

/** The worse of both exit codes. No paths are all tests. */
export function runLongForm(paths: readonly string[]): number {
  const codes = Object.entries(kills).map(([project, most]) => {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...paths];
    return spawnSync(process.execPath, args, { stdio: "inherit", env: { CRASH_KILLS: most, ...process.env, TEST_LONG: "yes" } }).status ?? 1;
  });
  return Math.max(...codes);
}
