import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  for (const [name, value] of Object.entries({ APP_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}` })) vi.stubEnv(name, value);
});

test.each([
  ["http://localhost:4010/identity/connect/authorize", "http://localhost:4010"],
  ["https://login.xero.com/identity/connect/authorize", null],
  ["", null],
])("books that come by %s come from the stand-in at %s", async (address, found) => {
  vi.stubEnv("XERO_AUTHORIZE_URL", address);
  const { standInUrl } = await import("#lib/organisations/stand-in.ts");
  expect(standInUrl()).toBe(found);
});
