import { expect, test } from "vitest";
import { roles } from "#db/vocabulary.ts";
import { keyPermissionsOf, permissions, permissionsOf } from "#lib/permissions.ts";

// Written out, so that nobody changes what a role may do without changing it here as well. A dot is a no.
const table = `
                      Admin  Accountant  Standard  Executive  ReadOnly
  tenants:read          x        x          x          x         x
  sync:write            x        x          .          .         .
  accounts:read         x        x          x          x         x
  accounts:write        x        x          .          .         .
  contacts:read         x        x          x          x         x
  transactions:read     x        x          x          x         x
  transactions:write    x        x          x          .         .
  rules:read            x        x          x          x         x
  rules:write           x        x          x          .         .
  journals:read         x        x          x          x         x
  reports:read          x        x          x          x         x
  reports:write         x        x          x          x         .
  packs:issue           x        x          .          .         .
  budgets:read          x        x          x          x         x
  budgets:write         x        x          .          .         .
  alerts:write          x        x          x          x         .
  jobs:read             x        x          x          x         x
  webhooks:manage       x        x          .          .         .
  audit:read            x        x          .          .         .
  mcp:use               x        x          x          x         .
  organisations:manage  x        x          .          .         .
  keys:manage           x        x          x          .         .
  members:manage        x        .          .          .         .
`;
const [head = [], ...rows] = table.trim().split("\n").map((line) => line.trim().split(/\s+/));

test("every role and every permission is in the table", () => {
  expect(head).toEqual(roles);
  expect(rows.map(([permission]) => permission)).toEqual(permissions);
});

test.each(roles)("%s may do what the table says, and nothing else", (role) => {
  const allowed = rows.filter((row) => row[head.indexOf(role) + 1] === "x").map(([permission]) => permission);
  expect(permissionsOf(role).toSorted()).toEqual(allowed.toSorted());
});

test.each(["Admin", "Accountant"] as const)("a key of %s may do what they may, but neither connect organisations nor make keys", (role) => {
  expect(keyPermissionsOf(role)).toEqual(permissionsOf(role).filter((permission) => permission !== "organisations:manage" && permission !== "keys:manage"));
});

test.each(["Standard", "Executive", "ReadOnly"] as const)("a key of %s only reads", (role) => {
  const readable = ["accounts:read", "budgets:read", "contacts:read", "journals:read", "jobs:read", "reports:read", "rules:read", "tenants:read", "transactions:read"];
  expect(keyPermissionsOf(role).toSorted()).toEqual(readable.toSorted());
});
