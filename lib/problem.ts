// A failure as an answer: RFC 9457 over HTTP. A bug says nothing about itself but the request id under which it is logged.
import { isAway, isBusy } from "#db/errors.ts";
import type { z } from "zod";
import { logger } from "#lib/log.ts";
import { type Fault, Refusal, statuses } from "#lib/refusal.ts";

/** What zod found wrong, each fault with an RFC 6901 pointer; an unknown key is a fault of that key. */
export function faults(issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: `${key} is not known here.` }))
      : [{ pointer: pointer(issue.path), detail: issue.message }],
  );
}

export function problem(error: unknown, requestId: string): Response {
  const refusal = asRefusal(error);
  if (!refusal) logger.error({ requestId, err: error }, "A request failed.");
  const status = refusal ? statuses[refusal.reason] : 500;
  const code = refusal?.reason ?? "bug";
  const detail = refusal?.message ?? "Something broke on our side and nothing was changed. Quote the request id when you report it.";
  const body = { type: `/docs/api/problems#${code}`, title: code, status, code, requestId, detail, ...(refusal?.faults.length ? { errors: refusal.faults } : {}) };
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json", ...refusal?.headers } });
}

/** What is known and expected about an error, or nothing when it is a bug. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!isBusy(error) && !isAway(error)) return undefined;
  return new Refusal("unavailable", sentenceOf(error), { cause: error });
}

/** The doors say what happened; an error that passed none of them is SQLite's own. */
function sentenceOf(error: unknown): string {
  return error instanceof Error && !("code" in error && String(error.code).startsWith("SQLITE_")) ? error.message : "The database is busy. Nothing is lost; try again in a moment.";
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
