// Trouble on order: what a client must survive, for so many calls whose "METHOD /path?query" matches.

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Ask, html, type Reply, text } from "../http.ts";
import { tokenExpired } from "../identity/bearer.ts";

export const fault = z.object({
  match: z.string().refine(isExpression, "should be a regular expression").default(".*"),
  times: z.number().int().min(1).default(1),
  // The first so many matching calls go through untouched.
  skip: z.number().int().min(0).default(0),
  kind: z.enum(["status", "html500", "malformed", "hang", "drop", "slow", "unknownEnum", "429", "401expired"]),
  status: z.number().int().min(100).max(599).default(503),
  body: z.string().default("The service is unavailable."),
  problem: z.enum(["minute", "day", "concurrent", "appminute"]).default("minute"),
  retryAfter: z.number().int().min(0).default(1),
  milliseconds: z.number().int().min(0).default(1000),
});

function isExpression(written: string): boolean {
  try {
    return Boolean(new RegExp(written));
  } catch {
    return false;
  }
}

export type Fault = z.output<typeof fault>;
type Waiting = Fault & { readonly id: string; left: number; toSkip: number };

export type Faults = {
  readonly add: (wanted: Fault) => string;
  readonly clear: () => void;
  readonly take: (ask: Ask) => Fault | undefined;
  readonly shown: () => readonly Waiting[];
};

export function makeFaults(): Faults {
  let waiting: Waiting[] = [];
  return {
    add: (wanted) => {
      const id = randomUUID();
      waiting.push({ ...wanted, id, left: wanted.times, toSkip: wanted.skip });
      return id;
    },
    clear: () => {
      waiting = [];
    },
    take: (ask) => {
      const found = waiting.find(({ match, left }) => left > 0 && new RegExp(match, "i").test(nameOf(ask)));
      if (!found) return undefined;
      if (found.toSkip > 0) {
        found.toSkip--;
        return undefined;
      }
      found.left--;
      waiting = waiting.filter(({ left }) => left > 0);
      return found;
    },
    shown: () => waiting,
  };
}

// Faults that answer instead of the stand-in; the others act on its answer.
export function insteadOf(one: Fault, now: number): Reply | undefined {
  if (one.kind === "status") return text(one.status, one.body);
  if (one.kind === "html500") return html(500, "<html><body><h1>500 Internal Server Error</h1><hr>nginx</body></html>");
  if (one.kind === "401expired") return tokenExpired(now);
  if (one.kind !== "429") return undefined;
  const headers = { "x-rate-limit-problem": one.problem, "x-minlimit-remaining": "0" };
  const retry = { "retry-after": String(one.retryAfter) };
  return { status: 429, headers: one.problem === "concurrent" ? headers : { ...headers, ...retry }, body: "" };
}

export function spoiled(one: Fault, reply: Reply): Reply {
  if (one.kind === "malformed") return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  if (one.kind !== "unknownEnum") return reply;
  return { ...reply, body: reply.body.replace(/"(Status|Type)":"(?!OK")[A-Z]+"/, '"$1":"NEVERSEENBEFORE"') };
}

function nameOf({ method, path, query }: Ask): string {
  const written = query.toString();
  return `${method} ${path}${written ? `?${written}` : ""}`;
}
