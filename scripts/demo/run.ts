// The main job, in front of the user: an Admin, the real consent for each organisation, a sync of every page, the ledger, the tie-out, the
// stored statements. Whatever an earlier start has done already is found and not done again.
import { join } from "node:path";
import { z } from "zod";
import { migrationUrl } from "#db/configuration.ts";
import { closeDatabase } from "#db/doors.ts";
import { migrate } from "#db/migrate.ts";
import { loopbackOf } from "#lib/env.ts";
import { stopSignal, whenStopped } from "#lib/parent.ts";
import { createSignInLink } from "#lib/people/sign-in-links.ts";
import { buildIfNeeded } from "../build.ts";
import { answering, refuseTakenPort, type Running, start, stopAll } from "../processes.ts";
import { serve } from "../serve.ts";
import { apiOf, keyWorks, tenants } from "./api.ts";
import { connectMissing, letLapse, showOrganisation } from "./clients.ts";
import { fiveThings } from "./five-things.ts";
import type { DemoOptions } from "./options.ts";
import { connectedBefore, demoAdmin, demoKey, email } from "./people.ts";
import { readPrivately, writePrivately } from "./private-file.ts";
import { consentsOf } from "./stand-in.ts";

const remembered = z.object({ password: z.string(), apiKey: z.string() });

export async function runDemo(options: DemoOptions, env: Record<string, string>, say: (line: string) => void): Promise<void> {
  const stop = stopSignal();
  const running: Running[] = [];
  try {
    const stage = await Promise.race([whenStopped(stop), prepare({ options, env, stop, running, say })]);
    if (stop.aborted) throw new Error(`It was asked to stop before it was ready. What it has done so far stays in ${options.data}; start it again to go on.`);
    if (!options.serve || !stage) return;
    await Promise.race([whenStopped(stop), ...stage.map(({ ended }) => ended)]);
    if (!stop.aborted) throw new Error(`A process of the demo stopped:\n${running.map(({ name, output }) => `${name}: ${output().slice(-500)}`).join("\n")}`);
    say(`Stopped. The demo's data stay in ${options.data}.`);
  } finally {
    await stopAll(running);
    await closeDatabase();
  }
}

type Preparation = { options: DemoOptions; env: Record<string, string>; stop: AbortSignal; running: Running[]; say: (line: string) => void };

/** The processes without which there is no demo, when the main job is done. Each stands in `running` as soon as it is started. */
async function prepare({ options, env, stop, running, say }: Preparation): Promise<Running[]> {
  const { port, sandboxPort } = options;
  await refuseTakenPort(port, "PORT");
  await refuseTakenPort(sandboxPort, "SANDBOX_PORT");
  for (const tag of await migrate(migrationUrl())) say(`Database: migrated ${tag}`);
  stop.throwIfAborted();
  await buildIfNeeded(say, running);
  say("Starting the Xero stand-in, the app and its worker …");
  stop.throwIfAborted();
  const standIn = startStandIn(options, env);
  running.push(standIn);
  await answering(`http://localhost:${sandboxPort}/.well-known/openid-configuration`, standIn);
  const app = await serve({ stop, running, host: loopbackOf(env.APP_URL ?? ""), port, worker: "separate", env, show: false });
  await mainJob(options, env, say);
  return [standIn, app];
}

function startStandIn({ sandboxPort, books, data }: DemoOptions, { APP_URL, XERO_WEBHOOK_KEY = "" }: Record<string, string>): Running {
  const files = books.flatMap((file) => ["--books", file]);
  const flags = ["--port", String(sandboxPort), "--state", join(data, "stand-in.json"), "--webhook", `${APP_URL}/api/xero/webhook`];
  return start("The Xero stand-in", ["sandbox/main.ts", ...flags, ...files], { XERO_WEBHOOK_KEY });
}

async function mainJob(options: DemoOptions, env: Record<string, string>, say: (line: string) => void): Promise<void> {
  const appUrl = env.APP_URL ?? "";
  const file = join(options.data, "demo.json");
  const known = remembered.safeParse(readPrivately(file)).data;
  const { userId, password } = await demoAdmin(known?.password);
  const apiKey = known && (await keyWorks(appUrl, known.apiKey)) ? known.apiKey : await demoKey(userId, null);
  const api = apiOf(appUrl, apiKey);
  const sandboxUrl = `http://localhost:${options.sandboxPort}`;
  const lapsing = await connectMissing(await connectedBefore(userId), await consentsOf(sandboxUrl), { appUrl, email, password }, say);
  const organisations = (await api("/tenants", tenants)).data;
  for (const organisation of organisations) await showOrganisation(api, organisation, say);
  for (const { tenantId, user } of lapsing) await letLapse(api, organisations.find(({ id }) => id === tenantId)?.name ?? "", { sandboxUrl, tenantId, user }, say);
  const link = await createSignInLink(email, { expiresInMinutes: 24 * 60 });
  writePrivately(file, { version: 1, url: appUrl, sandboxUrl, email, password, apiKey, tenantIds: organisations.map(({ id }) => id), databaseUrl: options.databaseUrl });
  say("");
  say(`Daybook is ready: ${appUrl}`);
  say(`Sign in once with this link: ${link.url}&next=/organisations`);
  say(`or with ${email} and the password ${password}`);
  if (!options.serve) return;
  say("");
  for (const line of fiveThings(appUrl, sandboxUrl, apiKey, organisations)) say(line);
  say("");
  say("Ctrl-C stops everything; npm run demo starts it again with all it has.");
}
