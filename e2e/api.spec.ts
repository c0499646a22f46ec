// The doors for programs, for those who hold no key. What a key does is in api-keys.spec.ts.
import { expect, test } from "@playwright/test";
import { standOf } from "./testing/stand.ts";

test("health says which version answers, on which database, and whether a worker lives", async ({ request }, { project }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    database: { dialect: project.name, migrated: true },
    worker: { mode: "separate", lastBeatAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    queue: { queued: expect.any(Number), running: expect.any(Number), failed: expect.any(Number) },
  });
});

for (const [what, headers] of [
  ["no key", {}],
  ["a key nobody was given", { authorization: "Bearer daybook_0123456789abcdef" }],
  ["a signed-in browser's cookie", { cookie: "daybook.session=anything" }],
] as const) {
  test(`with ${what} the API answers 401, says how to come in, and nothing else`, async ({ request }) => {
    for (const path of ["/api/v1/tenants", "/api/v1/members", "/api/v1/nothing-is-here"]) {
      const response = await request.get(path, { headers });
      expect(response.status()).toBe(401);
      expect(response.headers()).toMatchObject({ "content-type": "application/problem+json", "www-authenticate": expect.stringMatching(/^Bearer/) });
      expect(await response.json()).toMatchObject({ status: 401, code: "unauthenticated", detail: "Send a live API key as Authorization: Bearer.", requestId: response.headers()["x-request-id"] });
    }
  });
}

test("what another site makes a browser send changes nothing", async ({ request }, { project }) => {
  const headers = { origin: "https://evil.example" };
  const connect = await request.post("/api/xero/connect", { headers, maxRedirects: 0 });
  expect(connect.headers().location ?? "").not.toContain(standOf(project.name).xero);
  const signOut = await request.post("/api/auth/signout", { headers, maxRedirects: 0, form: { csrfToken: "guessed" } });
  expect(signOut.headers()["set-cookie"] ?? "").not.toContain("daybook.session=;");
});
