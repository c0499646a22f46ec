import { expect, test } from "vitest";
import { httpDoor } from "#lib/http-door.ts";
import { operations } from "#lib/operations.ts";
import { permissions } from "#lib/permissions.ts";

const base = "https://books.example/api/v1";
const caller = { id: "k", userId: "u", permissions, scopes: [] };
const handle = httpDoor({ base: () => base, operations, bodyLimit: 1_000, refused: async () => {}, once: (_errand, work) => work(), admit: async () => ({ caller, headers: {} }) });
const member = "/members/0192f000-0000-7000-8000-00000000000a";
const organisation = "/tenants/0192f000-0000-7000-8000-00000000000b";

test.each([
  ["GET", "/members"],
  ["PATCH", member],
  ["POST", `${member}/deactivate`],
  ["POST", `${member}/reactivate`],
  ["GET", `${organisation}/members`],
  ["POST", `${organisation}/members`],
  ["DELETE", `${organisation}${member}`],
  ["GET", "/invitations"],
  ["POST", "/invitations"],
  ["POST", "/invitations/0192f000-0000-7000-8000-00000000000a/withdraw"],
  ["GET", "/installation/audit-logs"],
])("%s %s is not there, even for a key that has every permission", async (method, path) => {
  const response = await handle(new Request(`${base}${path}`, { method }));
  expect(response.status).toBe(404);
});
