// Automation's first day: a key is made in the browser, a program does its work with it, and the key is taken back.
import { type APIRequestContext, type APIResponse, expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { ada, answered } from "./testing/people.ts";
import { test } from "./testing/test.ts";

/** What these tests read of an answer. */
type Body = { id: string; status: string; code: string; data: Row[]; tenants: { id: string; name: string }[] };
type Row = { section: string | null; kind: string; accountName: string; period: string; amount: string | null };

test("a key made in the browser drives sync, job, report and rows, and opens nothing from the moment it is revoked", async ({ admin, books, request }) => {
  const key = await makeKey(admin, "Month end robot", ["Start and cancel syncs", "Make reports"]);
  await expectAccessible(admin);
  const api = apiWith(request, key);
  const me = await api.get("/me");
  expect(me.status).toBe(200);
  expect(me.body).toMatchObject({ keyId: key.slice(4, 12), name: "Month end robot", permissions: expect.arrayContaining(["sync:write", "reports:write"]), tenants: expect.arrayContaining([{ id: books.harakeke, name: "Harakeke Advisory Limited" }]) });

  const started = await api.post(`/tenants/${books.harakeke}/sync`, { mode: "incremental" }, "sync-1");
  const again = await api.post(`/tenants/${books.harakeke}/sync`, { mode: "incremental" }, "sync-1");
  expect([started.status, again.status, again.headers["idempotency-replayed"]]).toEqual([202, 202, "true"]);
  expect(again.body).toEqual(started.body);
  expect((await api.post(`/tenants/${books.harakeke}/sync`, { mode: "full" }, "sync-1")).status).toBe(422);
  const job = new URL(started.headers.location ?? "").pathname.replace("/api/v1", "");
  await expect.poll(async () => (await api.get(job)).body.status, { timeout: 60_000, intervals: [300] }).toBe("succeeded");
  expect((await api.get(`/tenants/${books.harakeke}`)).body).toMatchObject({ connectionStatus: "connected", tieOut: { ties: expect.any(Boolean) } });

  const report = await api.post("/reports", { tenantId: books.harakeke, type: "PROFIT_LOSS", parameters: { columns: "total" } });
  expect(report.status).toBe(201);
  const rows = await api.get(`/reports/${report.body.id}/rows`);
  const income: Row[] = rows.body.data.filter(({ section, period }: Row) => section === "Trading Income" && period === "total");
  const total = income.find(({ kind }) => kind === "subtotal");
  expect(income.length).toBeGreaterThan(1);
  expect(centsOf(income.filter(({ kind }) => kind !== "subtotal"))).toBe(centsOf(total ? [total] : []));

  await admin.goto("/settings/api-keys");
  await expect(admin.getByRole("main")).not.toContainText(key.slice(13));
  await expect(rowOf(admin, "Month end robot")).toContainText(key.slice(4, 12));
  await expect(rowOf(admin, "Month end robot").locator("time")).toHaveCount(1);
  await admin.getByRole("button", { name: "Revoke Month end robot…" }).click();
  const question = admin.getByRole("dialog", { name: "Revoke Month end robot?" });
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  await expectAccessible(admin);
  await admin.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(admin.getByRole("button", { name: "Revoke Month end robot…" })).toBeFocused();
  expect((await api.get("/me")).status).toBe(200);
  await admin.keyboard.press("Enter");
  await answered(admin, () => question.getByRole("button", { name: "Revoke this key" }).click());
  await expect(rowOf(admin, "Month end robot")).toContainText("Revoked");
  const refused = await api.get("/me");
  expect([refused.status, refused.headers["www-authenticate"], refused.body.code]).toEqual([401, "Bearer", "unauthenticated"]);
});

test("a key that is refused says why at its field, and keeps what was chosen", async ({ admin }) => {
  await admin.goto("/settings/api-keys");
  await admin.getByLabel("Last day").fill("2020-01-31");
  await admin.getByLabel("Make reports").check();
  await admin.getByLabel("Read contacts").uncheck();
  await admin.getByRole("button", { name: "Make key" }).click();
  await expect(admin.getByText("Give the key a name, so that you know it again.")).toBeVisible();
  await admin.getByLabel("Name", { exact: true }).fill("Too late");
  await admin.getByRole("button", { name: "Make key" }).click();
  await expect(admin.getByText("This day is over. Choose a later one, or leave it empty.")).toBeVisible();
  await expect(admin.getByLabel("Name", { exact: true })).toHaveValue("Too late");
  await expect(admin.getByLabel("Make reports")).toBeChecked();
  await expect(admin.getByLabel("Read contacts")).not.toBeChecked();
  await expectAccessible(admin);
});

test("without scripts a key for one organisation is made, works there alone, and is revoked", async ({ browser, stand, books, request }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/settings/api-keys");
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const key = await makeKey(page, "Plain", ["Harakeke Advisory Limited"]);
  const api = apiWith(request, key);
  expect((await api.get("/me")).body.tenants).toEqual([{ id: books.harakeke, name: "Harakeke Advisory Limited" }]);
  expect((await api.get(`/tenants/${books.bramble}`)).status).toBe(404);
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Revoke Plain…" }).click();
  await page.getByRole("dialog", { name: "Revoke Plain?" }).getByRole("button", { name: "Revoke this key" }).click();
  await expect(rowOf(page, "Plain")).toContainText("Revoked");
  expect((await api.get("/me")).status).toBe(401);
  await context.close();
});

test("the reference is open to everybody, made from the same document that programs read, and its commands can be copied", async ({ page, context, request, books: _ }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toMatch(/^3\.1/);
  const paths = Object.keys(document.paths);
  expect(paths).toEqual(expect.arrayContaining(["/me", "/tenants/{tenantId}/sync", "/reports/{id}/rows"]));
  await page.goto("/docs/api");
  for (const path of paths) await expect(page.getByRole("heading", { name: new RegExp(`^(GET|POST|PATCH|DELETE) ?${path.replaceAll(/[{}]/g, "\\$&")}$`) }).first()).toBeVisible();
  await expectAccessible(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = page.getByRole("button", { name: "Copy GET /me as cURL" });
  await copy.click();
  await expect(copy).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("/api/v1/me'");
  await page.getByRole("link", { name: "problems with a sentence" }).click();
  await expect(page.getByRole("row", { name: /^tooMany 429/ })).toBeVisible();
  await expectAccessible(page);
});

async function makeKey(page: Page, name: string, more: readonly string[]): Promise<string> {
  await page.goto("/settings/api-keys");
  await page.getByLabel("Name", { exact: true }).fill(name);
  for (const choice of more) await page.getByLabel(choice).check();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText(`The key “${name}” is made.`)).toBeVisible();
  return page.getByText(/^dbk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/).innerText();
}

function rowOf(page: Page, key: string): Locator {
  return page.getByRole("table", { name: "Your API keys" }).getByRole("row", { name: new RegExp(`^${key}`) }).first();
}

function apiWith(request: APIRequestContext, key: string) {
  async function answer(response: APIResponse) {
    const body: Body = await response.json();
    return { status: response.status(), headers: response.headers(), body };
  }
  const headers = { authorization: `Bearer ${key}` };
  return {
    get: async (path: string) => answer(await request.get(`/api/v1${path}`, { headers })),
    post: async (path: string, data: object, once?: string) => answer(await request.post(`/api/v1${path}`, { data, headers: { ...headers, ...(once ? { "idempotency-key": once } : {}) } })),
  };
}

function centsOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
}
