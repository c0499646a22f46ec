// Whoever never takes the hands off the keyboard, and whoever sits in a train.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { test } from "./testing/test.ts";

test("keys jump between the sections of an organisation, and the period goes along", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  await expect(admin.getByRole("region", { name: "Dashboard" })).toBeVisible();
  await admin.keyboard.press("g");
  await admin.keyboard.press("r");
  await expect(admin.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible();
  await admin.goto(`/o/${books.harakeke}/reports?period=2026-01&compare=none`);
  await admin.keyboard.press("g");
  await admin.keyboard.press("t");
  await expect(admin).toHaveURL(/period=2026-01&compare=none&dateFrom=2026-01-01&dateTo=2026-01-31$/);
  await admin.keyboard.press("g");
  await admin.keyboard.press("o");
  await expect(admin).toHaveURL(/\/organisations$/);
});

test("a question mark shows the keys over their controls, and nothing is taken from whoever writes", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions`);
  const page = admin.locator("html");
  await expect(admin.getByRole("heading", { name: "Transactions", level: 1 })).toBeVisible();
  await admin.keyboard.press("?");
  await expect(page).toHaveAttribute("data-hints", "");
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
  await admin.keyboard.press(".");
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
  await expect(admin.getByRole("region", { name: "Dashboard" })).toBeVisible();
  await admin.keyboard.press("ControlOrMeta+k");
  const palette = admin.getByRole("dialog", { name: "Go to" });
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
