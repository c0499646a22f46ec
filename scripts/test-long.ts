// npm run test:long: every unit and database test on both databases, the crash test in its long form, and the image's steps. About an hour.
import { spawnSync } from "node:child_process";
import { runLongForm } from "./testing/long-form.ts";

const tests = runLongForm([]);
const image = spawnSync(process.execPath, ["scripts/image.ts"], { stdio: "inherit" }).status ?? 1;
process.exit(Math.max(tests, image));
