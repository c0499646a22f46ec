// Contacts, a list of them and one, over the organisations the caller may read them of.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { contactListing, contactSchema, toContact } from "#lib/contacts/contact.ts";
import { findContact, listContacts } from "#lib/contacts/queries.ts";
import { exampleContact } from "#lib/contacts/examples.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { wireText } from "#lib/wire-values.ts";

const place = z.strictObject({ name: wireText(500), id: z.uuid() });

export const listStoredContacts = operation({
  name: "contacts.list",
  describe: "Customers and suppliers, by name.",
  needs: "contacts:read",
  scope: many,
  effect: "read",
  input: contactListing,
  output: pageSchema(contactSchema),
  http: { method: "GET", path: "/contacts" },
  example: { input: {}, output: { data: [exampleContact], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor, tenantId: _chosen, ...filter }) {
    const after = placeIn(place, cursor);
    const found = await readMany(scopes, (q) => listContacts(q, filter, after, limit + 1));
    return pageOf(found.map(toContact), limit, ({ name, id }) => cursorOf({ name, id }));
  },
});

export const getContact = operation({
  name: "contacts.get",
  describe: "One contact.",
  needs: "contacts:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: contactSchema,
  http: { method: "GET", path: "/contacts/{id}" },
  example: { input: { id: exampleContact.id }, output: exampleContact },
  run: async (scopes, { id }) => toContact((await readMany(scopes, (q) => findContact(q, id))) ?? refuse("notFound", "There is no such contact, or it is not yours.")),
});
