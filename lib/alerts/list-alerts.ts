// The rules and the alerts of the organisations within reach.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { type Alert, alertSchema, ruleSchema, toAlert, toRule } from "#lib/alerts/alert.ts";
import { exampleAlert, exampleRule } from "#lib/alerts/examples.ts";
import { findAlert, findRules, openAlerts, pastAlerts } from "#lib/alerts/queries.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { pageOf, pageSchema, paging } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { wireInstant } from "#lib/wire-values.ts";

const openPlace = z.strictObject({ id: z.uuid() });
const pastPlace = z.strictObject({ endedAt: wireInstant, id: z.uuid() });

export const listAlerts = operation({
  name: "alerts.list",
  describe: "The alerts that are open, the newest first; or those that are over, the last to end first.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ ...paging, state: z.enum(["open", "past"], { error: "Alerts can be asked for as open or past." }).default("open") }),
  output: pageSchema(alertSchema),
  http: { method: "GET", path: "/alerts" },
  example: { input: {}, output: { data: [exampleAlert], nextCursor: null, hasMore: false } },
  async run(scopes, { state, limit, cursor }) {
    if (state === "open") {
      const after = placeIn(openPlace, cursor);
      return pageOf((await readMany(scopes, (q) => openAlerts(q, after, limit + 1))).map(toAlert), limit, ({ id }) => cursorOf({ id }));
    }
    const after = placeIn(pastPlace, cursor);
    return pageOf((await readMany(scopes, (q) => pastAlerts(q, after, limit + 1))).map(toAlert), limit, ({ endedAt, id }) => cursorOf({ endedAt, id }));
  },
});

export const getAlert = operation({
  name: "alerts.get",
  describe: "One alert, open or over.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: alertSchema,
  http: { method: "GET", path: "/alerts/{id}" },
  example: { input: { id: exampleAlert.id }, output: exampleAlert },
  run: async (scopes, { id }): Promise<Alert> => toAlert((await readMany(scopes, (q) => findAlert(q, id))) ?? refuse("notFound", "There is no such alert, or it is not yours.")),
});

export const listRules = operation({
  name: "alerts.rules",
  describe: "The rules that alerts of key figures are raised by.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ data: z.array(ruleSchema) }),
  http: { method: "GET", path: "/alert-rules" },
  example: { input: {}, output: { data: [exampleRule] } },
  run: async (scopes) => ({ data: (await readMany(scopes, findRules)).map((rule) => toRule(rule, kpisById)) }),
});
