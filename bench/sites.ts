// The product and a minimal Next app beside it, both built for production and served on the bench's database.
import { systemRead } from "#db/system.ts";
import { findUser } from "#lib/people/queries.ts";
import { resetPassword } from "#lib/people/reset-password.ts";
import { buildIfNeeded } from "../scripts/build.ts";
import { type Browser, openBrowser } from "../scripts/demo/browser.ts";
import { signedIn } from "../scripts/demo/consent.ts";
import { answering, refuseTakenPort, type Running, start, stopAll } from "../scripts/processes.ts";
import { keepAlive } from "../scripts/serve.ts";
import type { LoadedBooks } from "./load-books.ts";

export type Site = { origin: string; browser: Browser };
/** The browser of the product is signed in as the books' owner. `processes` are numbers as the system has them. */
export type Sites = { product: Site; minimal: Site; processes: { app: number; worker: number; minimal: number }; close: () => Promise<void> };

const next = "node_modules/next/dist/bin/next";
const minimalApp = "bench/minimal";

export async function openSites({ scope: { userId } }: LoadedBooks, port: number): Promise<Sites> {
  const running: Running[] = [];
  const [product, minimal] = [`http://localhost:${port}`, `http://localhost:${port + 1}`];
  await refuseTakenPort(port, "BENCH_PORT");
  await refuseTakenPort(port + 1, "BENCH_PORT");
  await buildIfNeeded((line) => void process.stdout.write(`${line}\n`));
  await buildMinimal();
  const app = start("The app", [next, "start", "--port", String(port), ...keepAlive], { NODE_ENV: "production", APP_URL: product, WORKER: "none" });
  const worker = start("The worker", ["worker/main.ts"], { NODE_ENV: "production", APP_URL: product });
  const other = start("The minimal app", [next, "start", minimalApp, "--port", String(port + 1), ...keepAlive], { NODE_ENV: "production" });
  running.push(app, worker, other);
  await answering(`${product}/api/health`, app);
  await answering(minimal, other);
  const email = (await systemRead((q) => findUser(q, userId)))?.email ?? "";
  const browser = await signedIn({ appUrl: product, email, password: await resetPassword(email) });
  return { product: { origin: product, browser }, minimal: { origin: minimal, browser: openBrowser() }, processes: { app: idOf(app), worker: idOf(worker), minimal: idOf(other) }, close: () => stopAll(running) };
}

function idOf({ name, child }: Running): number {
  if (child.pid === undefined) throw new Error(`${name} did not start.`);
  return child.pid;
}

async function buildMinimal(): Promise<void> {
  const build = start("The build of the minimal app", [next, "build", minimalApp], { NODE_ENV: "production" });
  if ((await build.ended) !== 0) throw new Error(`The build of the minimal app failed:\n${build.output()}`);
}
