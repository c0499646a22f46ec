// Which categories and options a profit and loss can be asked for by. There are a handful: Xero lets four categories have a hundred options each.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { operation } from "#lib/operation.ts";
import { many } from "#lib/scope.ts";
import { exampleTracking } from "#lib/tracking/examples.ts";
import { trackingCategories } from "#lib/tracking/queries.ts";
import { categorySchema } from "#lib/tracking/tracking.ts";

export const listTracking = operation({
  name: "tracking.list",
  describe: "The tracking categories with their options, by name, archived ones too.",
  needs: "accounts:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ data: z.array(categorySchema) }),
  http: { method: "GET", path: "/tracking-categories" },
  example: { input: {}, output: { data: [exampleTracking] } },
  run: async (scopes) => ({ data: await readMany(scopes, trackingCategories) }),
});
