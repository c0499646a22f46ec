// For tests: a stand-in for Xero as a process, and a Daybook in this process whose Admin has connected its organisations by real consent.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { systemTransaction } from "#db/system.ts";
import { freePort } from "#db/testing/postgres-server.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { randomPassword } from "#lib/people/passwords.ts";
import { insertSession } from "#lib/people/queries.ts";
import { createFirstAdmin } from "#lib/people/set-up.ts";
import { beginConnect, finishConnect } from "#lib/organisations/connect.ts";
import type { Caller } from "#lib/scope.ts";
import { settingsAt } from "#lib/xero/settings-at.ts";

export type StandIn = { url: string; stop: () => void };

/** Starts `sandbox/main.ts` with more flags, without limits unless they say otherwise. */
export async function startStandIn(...flags: string[]): Promise<StandIn> {
  const port = await freePort();
  const child = spawn(process.execPath, ["sandbox/main.ts", "--port", String(port), "--limits", "off", ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  await saysReady(child);
  return { url: `http://localhost:${port}`, stop: () => child.kill("SIGKILL") };
}

/** Points this process at a stand-in. Only before the environment is first read. */
export function pointAt({ url }: StandIn, more: Record<string, string> = {}): void {
  Object.assign(process.env, {
    APP_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    XERO_CLIENT_ID: "demo",
    XERO_CLIENT_SECRET: "demo",
    ...settingsAt(url),
    XERO_MINUTE_LIMIT: "100000",
    ...more,
  });
}

/** An Admin with a session. */
export async function someAdmin(): Promise<Caller> {
  const userId = await createFirstAdmin({ email: "admin@example.com", password: randomPassword(), firstName: "Ada", lastName: "Admin" });
  const now = new Date();
  const sessionId = await systemTransaction((tx) => insertSession(tx, { id: uuidv7(), userId, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) }));
  return callerAgain(sessionId);
}

async function callerAgain(sessionId: string): Promise<Caller> {
  const caller = await callerOfSession(sessionId);
  if (!caller) throw new Error("The session is gone.");
  return caller;
}

/** Walks the consent for every organisation the stand-in offers; our ids, in the order offered. */
export async function connectAll(caller: Caller): Promise<string[]> {
  const offered = [...(await consentPage(await beginConnect(caller))).matchAll(/name="organisation" value="([^"]+)"/g)].map(([, id = ""]) => id);
  const tenantIds: string[] = [];
  for (const organisation of offered) tenantIds.push(await connectOne(caller, organisation));
  return tenantIds;
}

/** The stand-in remembers earlier consents and answers with all of them; the one just given comes last. */
async function connectOne(caller: Caller, organisation: string): Promise<string> {
  const address = new URL(await beginConnect(caller));
  const form = new URLSearchParams([...address.searchParams, ["organisation", organisation], ["user", "demo"], ["decision", "allow"]]);
  const answer = await fetch(new URL(address.pathname, address), { method: "POST", body: form, redirect: "manual" });
  const { searchParams } = new URL(answer.headers.get("location") ?? "");
  const made = (await finishConnect(caller, { code: searchParams.get("code"), state: searchParams.get("state"), error: null })).at(-1);
  if (!made) throw new Error("No organisation was connected.");
  return made;
}

async function consentPage(address: string): Promise<string> {
  return (await fetch(address)).text();
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`The stand-in stopped with ${code}.`)));
  });
}
