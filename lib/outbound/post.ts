// Writes to an address that a person gave us. The numbers behind its name are looked up once, judged, and connected to: nobody can answer the
// first question with a public number and the second with a private one. Redirects are not followed, the wait has an end, and of the answer only
// the beginning is read.
import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { openNetworks } from "#lib/env.ts";
import { destinationOf, hostOf, objectionTo } from "#lib/outbound/guard.ts";

export type Letter = { url: string; headers: Record<string, string>; body: string };
/** `status` is null where nobody answered, and `problem` then says why. */
export type Answer = { status: number | null; body: string | null; problem: string | null; retryAfter: string | null };

export type Lookup = (host: string, answer: (error: NodeJS.ErrnoException | null, numbers: LookupAddress[]) => void) => void;
type Ways = { lookup?: Lookup; patience?: number; allowed?: readonly string[] };

const answerLimit = 1_000;
const objected = "DAYBOOK_OBJECTED";

/** Never throws for what the other side does; with the signal's reason when that is aborted. */
export async function post(letter: Letter, signal: AbortSignal, { lookup = lookUpAll, patience = 15_000, allowed = openNetworks() }: Ways = {}): Promise<Answer> {
  const url = new URL(letter.url);
  const objection = ipaddr.isValid(hostOf(url)) ? objectionTo(hostOf(url), destinationOf(url), allowed) : undefined;
  if (objection) return unanswered(objection);
  const enough = AbortSignal.timeout(patience);
  try {
    return await send(url, letter, guarded(lookup, url, allowed), AbortSignal.any([signal, enough]));
  } catch (error) {
    signal.throwIfAborted();
    return unanswered(enough.aborted ? `No answer came within ${patience / 1_000} seconds.` : inWords(error));
  }
}

function send(url: URL, { headers, body }: Letter, lookup: LookupFunction, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = begin(url, { method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) }, lookup, signal, agent: false });
    request.once("response", (response) => resolve(readAnswer(response)));
    // Once answered, a connection that breaks says nothing new.
    request.on("error", reject);
    request.end(body);
  });
}

function begin(url: URL, options: object): ClientRequest {
  return url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
}

/** The status stands when the headers are there; who dribbles or breaks off afterwards has answered all the same. */
async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response) {
      parts.push(part);
      length += part.length;
      if (length >= answerLimit) break;
    }
  } catch {
    // What came before it broke is kept.
  }
  response.destroy();
  const text = Buffer.concat(parts).subarray(0, answerLimit).toString("utf8");
  return { status: response.statusCode ?? null, body: printable(text), problem: null, retryAfter: response.headers["retry-after"] ?? null };
}

/** Answers net.connect with numbers that have been judged, all of them: one private one among them is one too many. */
function guarded(lookup: Lookup, url: URL, allowed: readonly string[]): LookupFunction {
  return (host, options, answer) => {
    lookup(host, (error, numbers) => {
      const [first] = numbers;
      if (error || !first) return answer(error ?? notKnown(), "", 0);
      const objection = numbers.map(({ address }) => objectionTo(address, destinationOf(url), allowed)).find(Boolean);
      if (objection) return answer(Object.assign(new Error(objection), { code: objected }), "", 0);
      return options.all ? answer(null, numbers) : answer(null, first.address, first.family);
    });
  };
}

function lookUpAll(host: string, answer: Parameters<Lookup>[1]): void {
  systemLookup(host, { all: true }, answer);
}

function notKnown(): NodeJS.ErrnoException {
  return Object.assign(new Error("The name stands for no number."), { code: "ENOTFOUND" });
}

function unanswered(problem: string): Answer {
  return { status: null, body: null, problem, retryAfter: null };
}

const sentences: Record<string, string> = {
  ENOTFOUND: "This name is not known: there is no such address.",
  EAI_AGAIN: "The name could not be looked up at this moment.",
  ECONNREFUSED: "Nothing listens at this address.",
  ECONNRESET: "The receiver broke the connection off before it answered.",
  EPIPE: "The receiver broke the connection off before it answered.",
  EHOSTUNREACH: "There is no way to this address.",
  ENETUNREACH: "There is no way to this address.",
  CERT_HAS_EXPIRED: "The receiver's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The receiver's certificate is signed by nobody we know.",
  SELF_SIGNED_CERT_IN_CHAIN: "The receiver's certificate is signed by nobody we know.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The receiver's certificate is signed by nobody we know.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The receiver's certificate is for another name.",
};

function inWords(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && code === objected) return error.message;
  return sentences[code] ?? `The receiver could not be reached${code ? ` (${code.slice(0, 50)})` : ""}.`;
}

/** Without what no database keeps and no page shows. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => ("\n\t".includes(character) ? character : " ")).toWellFormed();
}
