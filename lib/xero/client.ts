// One GET to Xero's accounting API, as a sync needs it: within the limits, with a live token, with patience for what passes by itself, a
// row in the log for every try, and the answer as exact JSON. What cannot be mended here is a Failure with a sentence.
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { systemTransaction } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { fail } from "#lib/failure.ts";
import { logger } from "#lib/log.ts";
import { parseExactly } from "#lib/xero/exact-json.ts";
import { withinLimits } from "#lib/xero/limiter.ts";
import { recordCall } from "#lib/xero/queries.ts";

export type Ask = { path: string; query?: Record<string, string>; since?: Date | null };
/** Null is "not modified", which is said only where `since` asked. An answer without what was asked for is for its reader to refuse. */
export type XeroClient = { get: (ask: Ask) => Promise<Record<string, unknown> | null> };

export type ClientOptions = {
  tenantId: string;
  xeroTenantId: string;
  jobId: string | null;
  /** Gives a token that is good for two minutes at least; `renew` asks for another one than the last. */
  accessToken: (renew: boolean) => Promise<string>;
  /** Hears why nothing moves for a moment. */
  onWait: (sentence: string) => void;
  signal: AbortSignal;
};

const timeout = 60_000;
/** Above this a quota is not waited for: the job is parked instead. */
const longestWait = 90;
const tries = 5;

const envelope = z.record(z.string(), z.unknown());

export function xeroClient(options: ClientOptions): XeroClient {
  return {
    async get(ask) {
      const text = await getText(options, ask);
      return text === null ? null : readEnvelope(text, ask.path);
    },
  };
}

async function getText(options: ClientOptions, ask: Ask): Promise<string | null> {
  let renew = false;
  for (let tried = 1; ; tried += 1) {
    options.signal.throwIfAborted();
    const answer = await withinLimits(options.tenantId, async () => send(options, ask, await options.accessToken(renew)), options);
    if (answer.status === 200) return answer.text;
    if (answer.status === 304) return null;
    renew = answer.status === 401 && answer.text.includes("TokenExpired");
    const pause = pauseBefore(answer, ask, tried, renew);
    if (pause > 0) options.onWait(`${reasonToWait(answer.status)}; trying again in ${Math.ceil(pause)} s.`);
    await delay(pause * 1000, undefined, { signal: options.signal });
  }
}

type Answer = { status: number; text: string; headers: Headers };

/** Seconds to wait before the next try; fails when another try cannot help. */
function pauseBefore({ status, text, headers }: Answer, { path }: Ask, tried: number, renew: boolean): number {
  if (renew && tried <= 2) return 0;
  if (status === 401) {
    if (text.includes("AuthorizationUnsuccessful")) fail("notPermitted", `Xero does not allow this app to read ${path}. Connect Xero again and allow it, or ask for the scope.`);
    fail("reauthRequired", "Xero no longer accepts this connection. Connect Xero again; everything synced so far is kept.");
  }
  if (status === 403) fail("disconnected", "This organisation is no longer connected to Daybook in Xero. Connect it again; everything synced so far is kept.");
  if (status === 429) return pauseForQuota(headers, tried);
  if (status === 400 || status === 404) fail("refused", `Xero refused to answer ${path} (status ${status}). This is a fault of Daybook's; nothing was changed.`);
  if (tried >= tries) fail("unavailable", `Xero answered ${path} with status ${status || "nothing"} ${tried} times. Nothing is lost; the sync goes on where it stopped.`);
  return Math.min(0.5 * 2 ** tried, 15);
}

function reasonToWait(status: number): string {
  if (status === 0) return "Xero cannot be reached";
  return status === 429 ? "Xero asks for a pause" : `Xero answered with status ${status}`;
}

function pauseForQuota(headers: Headers, tried: number): number {
  const kind = (headers.get("x-rate-limit-problem") ?? "").toLowerCase();
  const seconds = secondsOf(headers.get("retry-after")) ?? (kind.startsWith("day") ? 3600 : 1);
  if (kind.startsWith("day") || seconds > longestWait || tried > 10) {
    fail("rateLimited", "Xero's quota for this organisation is used up. The sync is parked and goes on by itself.", { retryAfterSeconds: seconds });
  }
  return seconds + Math.random();
}

/** Seconds, or a date as HTTP also allows. */
function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds);
  const until = Date.parse(retryAfter ?? "");
  return Number.isNaN(until) ? null : Math.max(0, (until - Date.now()) / 1000);
}

async function send(options: ClientOptions, { path, query = {}, since }: Ask, accessToken: string): Promise<Answer> {
  const address = new URL(`${env().XERO_API_BASE_URL}/${path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const headers = { authorization: `Bearer ${accessToken}`, "xero-tenant-id": options.xeroTenantId, accept: "application/json", ...(since ? { "if-modified-since": since.toUTCString() } : {}) };
  const startedAt = performance.now();
  const answer = await fetchText(address, headers, options.signal);
  await systemTransaction((tx) =>
    recordCall(tx, {
      tenantId: options.tenantId,
      jobId: options.jobId,
      method: "GET",
      path: path.slice(0, 255),
      status: answer.status,
      durationMs: Math.round(performance.now() - startedAt),
      bytes: Buffer.byteLength(answer.text),
      dayRemaining: headerNumber(answer.headers, "x-daylimit-remaining"),
      minuteRemaining: headerNumber(answer.headers, "x-minlimit-remaining"),
      correlationId: answer.headers.get("xero-correlation-id")?.slice(0, 100) ?? null,
    }),
  );
  return answer;
}

/** Status 0 is an answer that did not come. */
async function fetchText(address: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(address, { headers, redirect: "error", signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) });
    return { status: response.status, text: await response.text(), headers: response.headers };
  } catch (error) {
    signal.throwIfAborted();
    logger.debug({ err: error, path: address.pathname }, "Xero could not be reached.");
    return { status: 0, text: "", headers: new Headers() };
  }
}

function headerNumber(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function readEnvelope(text: string, path: string): Record<string, unknown> {
  try {
    return envelope.parse(parseExactly(text));
  } catch (cause) {
    return fail("malformed", `Xero's answer to ${path} cannot be read. Nothing of it was kept; the sync can be tried again.`, { cause });
  }
}
