// A type of report, to whoever makes and stores reports: what may be asked of it, and what it plans to compute once somebody has asked. A
// new type is a new entry in kinds.ts; nothing that stores, lists, proves or remakes reports has to know of it.
import type { z } from "zod";
import type { Query } from "#db/index.ts";
import type { Day } from "#lib/day.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import type { Parameters, Report } from "#lib/reports/report.ts";

/**
 * `parameters` have every default filled in; `end` is the last day of the report; `name` is for who gave none. `definitions` is a hash of
 * definitions that are its own, beside those of all reports: where they change, the same order makes another report.
 */
export type Plan = { parameters: Parameters; end: Day; name: string; compute: (q: Query) => Promise<Report>; definitions?: string };

/** `plan` throws a ZodError where the wishes are not what the schema says, and a Refusal where they make no sense. It may look something up. */
export type ReportKind = { wishes: z.ZodObject; plan: (asked: unknown, organisation: Organisation, q: Query) => Plan | Promise<Plan> };

/** `wishes` is what somebody may ask of it; their output is what `plan` is given. */
export function reportKind<Wishes extends z.ZodObject>(wishes: Wishes, plan: (asked: z.output<Wishes>, organisation: Organisation) => Plan) {
  return { wishes, plan: (asked: unknown, organisation: Organisation) => plan(wishes.parse(asked), organisation) };
}

/** For a type that has to look something up before it knows what it is made from. */
export function reportKindThatReads<Wishes extends z.ZodObject>(wishes: Wishes, plan: (asked: z.output<Wishes>, organisation: Organisation, q: Query) => Promise<Plan>) {
  return { wishes, plan: (asked: unknown, organisation: Organisation, q: Query) => plan(wishes.parse(asked), organisation, q) };
}
