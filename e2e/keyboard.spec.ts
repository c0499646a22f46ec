// Whoever never takes the hands off the keyboard, and whoever sits in a train.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { test } from "./testing/test.ts";

test("keys jump between the sections of an organisation, and the period goes along", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  await typeUntil(admin, ["g", "r"], () => expect(admin.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible(brief));
  await admin.goto(`/o/${books.harakeke}/reports?period=2026-01&compare=none`);
  await typeUntil(admin, ["g", "t"], () => expect(admin).toHaveURL(/period=2026-01&compare=none&dateFrom=2026-01-01&dateTo=2026-01-31$/, brief));
  await typeUntil(admin, ["g", "o"], () => expect(admin).toHaveURL(/\/organisations$/, brief));
});

test("a question mark shows the keys over their controls, and nothing is taken from whoever writes", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions`);
  const page = admin.locator("html");
  await expect(admin.getByRole("heading", { name: "Transactions", level: 1 })).toBeVisible();
  await typeUntil(admin, ["?"], () => expect(page).toHaveAttribute("data-hints", "", brief));
  await admin.keyboard.press("?");
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
  await typeUntil(admin, ["."], () => expect(amount).toHaveCSS("filter", /blur/, brief));
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
  await typeUntil(admin, ["ControlOrMeta+k"], () => expect(palette).toBeVisible(brief));
  await expect(palette.getByRole("option", { name: /^Balance Sheet/ }).first()).toBeVisible();
  await expectAccessible(admin);
  await palette.getByRole("combobox").fill("tie");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\/tie-out$/);
  await admin.keyboard.press("ControlOrMeta+k");
  await palette.getByRole("combobox").fill("kauri");
  await palette.getByRole("option", { name: "Transactions with “kauri”" }).click();
  await expect(admin).toHaveURL(/\/transactions\?q=kauri$/);
  await admin.keyboard.press("ControlOrMeta+k");
  await palette.getByRole("combobox").fill("bramble");
  await palette.getByRole("option", { name: /^Bramble/ }).click();
  await expect(admin).toHaveURL(new RegExp(`/o/${books.bramble}/transactions$`));
});

const brief = { timeout: 3_000 };

/** A page just opened may not listen yet, and whoever sees nothing happen types again. */
async function typeUntil(page: Page, keys: readonly string[], happens: () => Promise<void>): Promise<void> {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await happens();
  }).toPass();
}
