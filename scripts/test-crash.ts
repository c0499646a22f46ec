// npm run test:crash: the crash test in its long form, fifty kills on SQLite and ten on PostgreSQL unless CRASH_KILLS says otherwise.
import { spawnSync } from "node:child_process";

const most = { sqlite: "50", postgres: "10" };
const codes = Object.entries(most).map(([project, kills]) => {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, "worker/crash"];
  return spawnSync(process.execPath, args, { stdio: "inherit", env: { CRASH_KILLS: kills, ...process.env } }).status ?? 1;
});
process.exit(Math.max(...codes));
