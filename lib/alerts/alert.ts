// An alert as everybody sees it: of a key figure beyond its threshold, with the figure that raised it and the one it has now, each with its proof; or of
// a document that changed on a day that is closed, by Xero's lock date or by a pack that was issued, with what it does to each account.
import { z } from "zod";
import { alertEndings, alertSides } from "#db/vocabulary.ts";
import type { AlertRow, RuleRow } from "#lib/alerts/queries.ts";
import { writtenIn } from "#lib/reports/figure-words.ts";
import { units } from "#lib/reports/unit.ts";
import { amount, daySchema, figure } from "#lib/reports/values.ts";

/** `cell` is "row|column" in the report; `asAt` the last day of its column. */
const readingSchema = z.strictObject({ figure, reportId: z.uuid(), cell: z.string(), asAt: daySchema });
const watched = { kpi: z.string(), label: z.string(), unit: z.enum(units), side: z.enum(alertSides), threshold: figure, band: figure };

const figureFacts = z.strictObject({ kind: z.literal("figure"), ...watched, currency: z.string(), raisedBy: readingSchema, latest: readingSchema });

/** `amount` is the sum of its debits, in base currency. */
const standing = z.strictObject({ date: daySchema, amount });
/** Debit positive, base currency, of closed days alone. */
const effect = z.strictObject({ accountId: z.uuid(), code: z.string().nullable(), name: z.string(), month: z.string(), amount });
const documentSchema = z.strictObject({
  /** Null for what has no page here: manual journals and allocations. */
  id: z.uuid().nullable(),
  xeroId: z.string(),
  type: z.string(),
  xeroType: z.string(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  contactName: z.string().nullable(),
});

/** `before` is null where it is new, `after` where it stands no more. */
const lockedChangeFacts = z.strictObject({
  kind: z.literal("lockedChange"),
  document: documentSchema,
  currency: z.string(),
  /** Xero's lock date, where there is one. */
  lockedTo: daySchema.nullable(),
  /** The issued pack that reaches furthest, to the end of its month. */
  issued: z.strictObject({ packId: z.uuid(), name: z.string(), to: daySchema }).nullable().default(null),
  before: standing.nullable(),
  after: standing.nullable(),
  effects: z.array(effect),
});

export const factsSchema = z.discriminatedUnion("kind", [figureFacts, lockedChangeFacts]);

export const alertSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    facts: factsSchema,
    raisedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    ending: z.enum(alertEndings).nullable(),
    /** Of a figure: gone when the figure changes. */
    acknowledgedAt: z.iso.datetime().nullable(),
    acknowledgedBy: z.string().nullable(),
  })
  .meta({ id: "Alert" });

export const ruleSchema = z.strictObject({ id: z.uuid(), tenantId: z.uuid(), ...watched, setBy: z.string().nullable(), setAt: z.iso.datetime() }).meta({ id: "AlertRule" });

export type Reading = z.output<typeof readingSchema>;
export type FigureFacts = z.output<typeof figureFacts>;
export type LockedChangeFacts = z.output<typeof lockedChangeFacts>;
export type AlertFacts = z.output<typeof factsSchema>;
export type Alert = z.output<typeof alertSchema>;
export type AlertRule = z.output<typeof ruleSchema>;

/** ZodError, which is a bug, when what was stored is no alert. */
export function toAlert({ id, tenantId, facts, raisedAt, endedAt, ending, acknowledgedAt, acknowledgedBy }: AlertRow): Alert {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return { id, tenantId, facts: factsSchema.parse(facts), raisedAt: raisedAt.toISOString(), endedAt: at(endedAt), ending, acknowledgedAt: at(acknowledgedAt), acknowledgedBy };
}

/** A rule of a figure that no definition has any more is shown under its id. */
export function toRule({ id, tenantId, kpi, side, threshold, band, setBy, setAt }: RuleRow, kpis: ReadonlyMap<string, Pick<FigureFacts, "label" | "unit">>): AlertRule {
  const { label, unit } = kpis.get(kpi) ?? { label: kpi, unit: "ratio" as const };
  return { id, tenantId, kpi, label, unit, side, threshold: writtenIn(unit, threshold), band: writtenIn(unit, band), setBy, setAt: setAt.toISOString() };
}
