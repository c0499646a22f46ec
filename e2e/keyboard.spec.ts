// Whoever never takes the hands off the keyboard, and whoever sits in a train.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { type, walkTo } from "./testing/keyboard.ts";
import { bramble, figures, harakeke, statement } from "./testing/organisations.ts";
import { accountButton, ada } from "./testing/people.ts";
import { takenOver } from "./testing/taken-over.ts";
import { test } from "./testing/test.ts";

test("the keyboard alone signs in, opens a report, opens a proof and closes it", async ({ page, books }) => {
  await page.goto(`/o/${books.harakeke}`);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(ada.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ada.password);
  await page.keyboard.press("Enter");
  await expect(accountButton(page, ada)).toBeVisible();

  // The dashboard has many links; the keys of the page jump over them. What is typed while a page takes the place of the form is nobody's.
  await takenOver(page.locator("nav[aria-label=Sections] a"));
  await type(page, "g r");
  await page.waitForURL("**/reports");
  await walkTo(page, page.getByRole("link", { name: /^Profit and Loss/ }).first());
  await page.keyboard.press("Enter");
  await expect(statement(page)).toBeVisible();

  await page.reload();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  const figure = statement(page).getByRole("link").first();
  await walkTo(page, figure);
  await page.keyboard.press("Enter");
  const proof = page.getByRole("complementary");
  await expect(proof.getByRole("heading").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(proof).toHaveCount(0);
  await expect(figure).toBeFocused();
});

test("the keyboard alone switches the organisation, makes a report, follows a figure to its document and changes the period", async ({ admin: page, books }) => {
  await page.goto(`/o/${books.bramble}/reports`);
  await walkTo(page, page.getByRole("button", { name: `Organisation: ${bramble}` }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("hara");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("dialog").getByRole("button", { name: new RegExp(harakeke) })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/o/${books.harakeke}/reports`);

  await walkTo(page, page.getByLabel("Report", { exact: true }));
  await page.keyboard.type("Bal");
  await walkTo(page, page.getByRole("button", { name: "Make report" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Balance Sheet", level: 1 })).toBeVisible();

  const figure = figures(page, "Accounts receivable").first();
  await walkTo(page, figure);
  await page.keyboard.press("Enter");
  const proof = page.getByRole("complementary", { name: "Accounts receivable" });
  await expect(proof.getByRole("heading", { name: "Accounts receivable" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(figure).toBeFocused();

  await type(page, "p");
  await expect(page.getByLabel("Period", { exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Period", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026-03");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?period=2026-03&compare=none$/);
  await expect(page.getByRole("heading", { name: "Balance Sheet", level: 1 })).toBeVisible();
});

test("keys jump between the sections of an organisation, and the period goes along", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  await type(admin, "g r");
  await expect(admin.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible();
  await admin.goto(`/o/${books.harakeke}/reports?period=2026-01&compare=none`);
  await type(admin, "g t");
  await expect(admin).toHaveURL(/period=2026-01&compare=none&dateFrom=2026-01-01&dateTo=2026-01-31$/);
  await type(admin, "g o");
  await expect(admin).toHaveURL(/\/organisations$/);
});

test("keys typed before the scripts have come are not lost", async ({ admin, books }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await admin.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await admin.goto(`/o/${books.harakeke}/tie-out`, { waitUntil: "commit" });
  await expect(admin.getByRole("heading", { name: "Tie-out", level: 1 })).toBeVisible();
  await type(admin, "ControlOrMeta+k");
  arrive();
  await expect(admin.getByRole("dialog", { name: "Go to" })).toBeVisible();
});

test("a question mark shows the keys over their controls, and nothing is taken from whoever writes", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions`);
  const page = admin.locator("html");
  await type(admin, "?");
  await expect(page).toHaveAttribute("data-hints", "");
  await type(admin, "?");
  await expect(page).not.toHaveAttribute("data-hints");
  const search = admin.getByRole("searchbox").or(admin.getByLabel("Text")).first();
  await search.fill("");
  await search.press("g");
  await search.press("r");
  await expect(search).toHaveValue("gr");
  await expect(admin).toHaveURL(/\/transactions/);
});

test("a full stop blurs the amounts of every page until it is pressed again", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  const amount = admin.getByRole("region", { name: "Dashboard" }).locator(".figures").first();
  await expect(amount).toHaveCSS("filter", "none");
  await type(admin, ".");
  await expect(amount).toHaveCSS("filter", /blur/);
  await admin.reload();
  await expect(amount).toHaveCSS("filter", /blur/);
  // The same by hand, which needs no script to have arrived.
  await admin.getByRole("button", { name: /^Your account/ }).click();
  await admin.getByRole("button", { name: "Show amounts" }).click();
  await expect(amount).toHaveCSS("filter", "none");
});

test("the palette finds pages, reports, organisations and documents by what is typed", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  const palette = admin.getByRole("dialog", { name: "Go to" });
  await type(admin, "ControlOrMeta+k");
  await expect(palette.getByRole("option", { name: /^Balance Sheet/ }).first()).toBeVisible();
  await expectAccessible(admin);
  await palette.getByRole("combobox").fill("tie");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\/tie-out$/);
  await type(admin, "ControlOrMeta+k");
  await palette.getByRole("combobox").fill("kauri");
  await palette.getByRole("option", { name: "Transactions with “kauri”" }).click();
  await expect(admin).toHaveURL(/\/transactions\?q=kauri$/);
  await type(admin, "ControlOrMeta+k");
  await palette.getByRole("combobox").fill("bramble");
  await palette.getByRole("option", { name: /^Bramble/ }).click();
  await expect(admin).toHaveURL(new RegExp(`/o/${books.bramble}/transactions$`));
});
