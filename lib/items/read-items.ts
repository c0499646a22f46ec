// Items, a list of them and one, over the organisations the caller may read them of.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { exampleItem } from "#lib/items/examples.ts";
import { itemListing, itemSchema, toItem } from "#lib/items/item.ts";
import { findItem, listItems } from "#lib/items/queries.ts";
import { pageOf, pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { wireText } from "#lib/wire-values.ts";

const place = z.strictObject({ code: wireText(50), id: z.uuid() });

export const listStoredItems = operation({
  name: "items.list",
  describe: "Items, what lines sell and buy, by code; of those whose stock Xero tracks, what is on hand.",
  needs: "accounts:read",
  scope: many,
  effect: "read",
  input: itemListing,
  output: pageSchema(itemSchema),
  http: { method: "GET", path: "/items" },
  example: { input: { isTracked: true }, output: { data: [exampleItem], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor, tenantId: _chosen, ...filter }) {
    const after = placeIn(place, cursor);
    const found = await readMany(scopes, (q) => listItems(q, filter, after, limit + 1));
    return pageOf(found.map(toItem), limit, ({ code, id }) => cursorOf({ code, id }));
  },
});

export const getItem = operation({
  name: "items.get",
  describe: "One item.",
  needs: "accounts:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: itemSchema,
  http: { method: "GET", path: "/items/{id}" },
  example: { input: { id: exampleItem.id }, output: exampleItem },
  run: async (scopes, { id }) => toItem((await readMany(scopes, (q) => findItem(q, id))) ?? refuse("notFound", "There is no such item, or it is not yours.")),
});
