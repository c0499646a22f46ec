// npm run image [-- --keep]: does the steps of the Dockerfile in a clean folder, then starts the app by the image's command and a worker beside it, on an
// empty database, and ends well when /api/health does. IMAGE_PORT says where; 4990 unless it does.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastOf, settingsOf, stagesOf } from "./image/dockerfile.ts";
import { performStage } from "./image/perform.ts";
import { answering, type Running, start, stopAll } from "./processes.ts";

const root = mkdtempSync(join(tmpdir(), "daybook-image-"));
const folderOf = (stage: string) => join(root, stage);
const running: Running[] = [];

try {
  const stages = stagesOf(readFileSync("Dockerfile", "utf8"));
  const image = stages.at(-1);
  if (!image) throw new Error("The Dockerfile has no stage.");
  for (const stage of stages) performStage(stage, { sources: process.cwd(), folderOf, say });
  process.chdir(folderOf(image.name));
  await tryOut(JSON.parse(lastOf(image, "CMD") ?? "[]"), settingsOf(image));
  say("The image's app and worker run and are well.");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await stopAll(running);
  if (process.argv.includes("--keep")) say(`Kept: ${root}`);
  else rmSync(root, { recursive: true, force: true });
}

async function tryOut([, ...command]: readonly string[], settings: Record<string, string>): Promise<void> {
  const port = process.env.IMAGE_PORT || "4990";
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("base64"), ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}` };
  const env = { ...settings, ...secrets, APP_URL: `http://localhost:${port}`, PORT: port, DATABASE_URL: ".daybook/daybook.db" };
  const app = start("The app", command, { ...env, WORKER: "none" }, true);
  running.push(app);
  await answering(`http://127.0.0.1:${port}/api/health`, app, 120_000);
  const worker = start("The worker", ["worker/main.ts"], { ...env, WORKER: "none" }, true);
  running.push(worker);
  await workerSeen(`http://127.0.0.1:${port}/api/health`);
}

async function workerSeen(url: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const said: { worker?: { lastBeatAt: string | null } } = await (await fetch(url)).json();
    if (said.worker?.lastBeatAt) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The worker gave no sign of life.");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
