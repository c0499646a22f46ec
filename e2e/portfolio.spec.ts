// An accountant's morning: who needs me, why, and off to the books; then a sync of all.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { bramble, connect, endOfSync, harakeke, latestJob } from "./testing/organisations.ts";
import { test } from "./testing/test.ts";

const stoneCreek = "Stone Creek Builders Pty Ltd";

const lines = (page: Page) => page.getByRole("table", { name: "Organisations" }).getByRole("rowheader").filter({ has: page.getByRole("link") });
const line = (page: Page, name: string) => page.getByRole("table", { name: "Organisations" }).getByRole("row", { name: new RegExp(name) });

async function openPortfolio(page: Page, query = ""): Promise<void> {
  await page.goto(`/organisations${query}`);
  await expect(page.getByRole("table", { name: "Organisations" })).toBeVisible();
}

/** The Australian client, connected and synced where nobody has done so yet. */
async function withStoneCreek(page: Page): Promise<string> {
  await openPortfolio(page);
  const link = page.getByRole("link", { name: stoneCreek, exact: true });
  if ((await link.count()) > 0) return ((await link.getAttribute("href")) ?? "").replace("/o/", "");
  const id = await connect(page, stoneCreek);
  await endOfSync(page, id);
  return id;
}

test("who needs somebody most comes first, with the reason in words, and Enter opens its books", async ({ admin, books: _ }) => {
  const id = await withStoneCreek(admin);
  await openPortfolio(admin);
  await expect(lines(admin).first().getByRole("link")).toHaveText(stoneCreek);
  await expect(line(admin, stoneCreek)).toContainText(/Cash falls to 8,\d{3} by \d/);
  await expect(line(admin, harakeke)).toContainText("NZD");
  await expect(line(admin, harakeke)).toContainText(/explained/);
  await expectAccessible(admin);
  await admin.getByRole("link", { name: stoneCreek, exact: true }).focus();
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(`/o/${id}`);
});

test("a column's head orders them, both ways, by address and without scripts", async ({ admin, books: _ }) => {
  await withStoneCreek(admin);
  await openPortfolio(admin);
  await admin.getByRole("columnheader", { name: "Organisation" }).getByRole("link").click();
  await expect(admin).toHaveURL("/organisations?sort=name");
  await expect(lines(admin).first().getByRole("link")).toHaveText(bramble);
  await expect(admin.getByRole("columnheader", { name: "Organisation" })).toHaveAttribute("aria-sort", "ascending");
  await admin.getByRole("columnheader", { name: "Organisation" }).getByRole("link").click();
  await expect(admin).toHaveURL("/organisations?sort=-name");
  await expect(lines(admin).last().getByRole("link")).toHaveText(bramble);
  const html = await (await admin.request.get("/organisations?sort=name&show=cash")).text();
  expect(html).toContain(stoneCreek);
  expect(html.split("<tbody")[1]?.split("</tbody")[0]).not.toContain("Harakeke");
});

test("a state leaves those who are in it, and says so where nobody is", async ({ admin, books: _ }) => {
  await withStoneCreek(admin);
  await openPortfolio(admin);
  await admin.getByRole("navigation", { name: "Which organisations" }).getByRole("link", { name: /^Short of cash/ }).click();
  await expect(admin).toHaveURL("/organisations?show=cash");
  await expect(lines(admin)).toHaveCount(1);
  await admin.goto("/organisations?show=reconnect");
  await expect(admin.getByText("No organisation is like that now")).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Show all of them." }).click();
  await expect(line(admin, harakeke)).toBeVisible();
});

test("what is chosen is synced, and all at once, each by a sync of its own", async ({ admin, books }) => {
  await openPortfolio(admin);
  const before = { harakeke: await latestJob(admin, books.harakeke), bramble: await latestJob(admin, books.bramble) };
  await admin.getByRole("button", { name: "Sync chosen" }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "Nothing is chosen." })).toBeVisible();
  await admin.getByRole("checkbox", { name: `Sync ${bramble}` }).check();
  await admin.getByRole("button", { name: "Sync chosen" }).click();
  await expect.poll(async () => (await latestJob(admin, books.bramble))?.id, "a sync of the chosen one is begun").not.toBe(before.bramble?.id);
  const chosen = await endOfSync(admin, books.bramble);
  expect((await latestJob(admin, books.harakeke))?.id).toBe(before.harakeke?.id);
  await openPortfolio(admin);
  await admin.getByRole("button", { name: "Sync all" }).click();
  await expect.poll(async () => (await latestJob(admin, books.harakeke))?.id, "a sync of the other is begun").not.toBe(before.harakeke?.id);
  await expect.poll(async () => (await latestJob(admin, books.bramble))?.id, "and of the chosen one again").not.toBe(chosen.id);
  await endOfSync(admin, books.harakeke);
  await endOfSync(admin, books.bramble);
});

test("on paper it is a list without what only a screen needs", async ({ admin, books: _ }) => {
  await openPortfolio(admin);
  await admin.emulateMedia({ media: "print" });
  await expect(line(admin, harakeke)).toBeVisible();
  await expect(admin.getByRole("button", { name: "Sync all" })).toBeHidden();
});
