// Tests in their long form: nothing left out on PostgreSQL, and fifty kills on SQLite and ten on PostgreSQL unless CRASH_KILLS says otherwise.
import { spawnSync } from "node:child_process";

const projects = [
  { name: "plain", kills: {} },
  { name: "sqlite*", kills: { CRASH_KILLS: "50" } },
  { name: "postgres*", kills: { CRASH_KILLS: "10" } },
];

/** The worst of their exit codes. No paths are all tests. */
export function runLongForm(paths: readonly string[]): number {
  const codes = projects.map(({ name, kills }) => {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--passWithNoTests", "--project", name, ...paths];
    return spawnSync(process.execPath, args, { stdio: "inherit", env: { ...kills, ...process.env, TEST_LONG: "yes" } }).status ?? 1;
  });
  return Math.max(...codes);
}
