// The last file, as files go by name, for afterwards one of the two organisations is not there any more.
import { expect } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { command } from "./testing/commands.ts";
import { bramble, connect, endOfSync, idIn } from "./testing/organisations.ts";
import { test } from "./testing/test.ts";

test("an Admin who types its name removes an organisation for good; connected again, its books are fetched anew", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/settings`);
  await expect(admin.getByRole("heading", { name: "Remove this demo organisation" })).toBeVisible();
  await admin.getByText("Remove…", { exact: true }).click();
  await expectAccessible(admin);
  await expectAccessibleOnADarkPhone(admin);
  await admin.getByLabel(`Write its name: ${bramble}`).fill("Bramble");
  await admin.getByRole("button", { name: "Remove it and erase everything" }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "Nothing was removed." })).toBeVisible();
  await expect(admin.getByLabel(`Write its name: ${bramble}`)).toHaveValue("Bramble");
  await admin.getByLabel(`Write its name: ${bramble}`).fill(bramble);
  await admin.getByRole("button", { name: "Remove it and erase everything" }).click();
  await expect(admin).toHaveURL("/organisations");
  await expect(admin.getByRole("link", { name: bramble, exact: true })).toHaveCount(0);
  expect((await admin.goto(`/o/${books.bramble}`))?.status()).toBe(404);

  const erased = async () => {
    await admin.goto("/settings/audit?action=tenant.removed");
    return admin.getByRole("row").filter({ hasText: "Erased an organisation" }).filter({ hasText: bramble }).count();
  };
  await expect.poll(erased, { message: "the worker has erased it", timeout: 60_000 }).toBe(1);
  const again = await connect(admin, bramble);
  expect(again).not.toBe(books.bramble);
  const job = await endOfSync(admin, again);
  expect([job.status, job.result?.objects.Invoices?.written]).toEqual(["succeeded", job.result?.objects.Invoices?.fetched]);
  expect(job.result?.objects.Invoices?.fetched).toBeGreaterThan(0);
});

test("so does whoever types the command on the server's machine, and the audit is whole afterwards", async ({ admin, stand, books: _ }) => {
  await admin.goto("/organisations");
  const link = admin.getByRole("link", { name: bramble, exact: true });
  const again = idIn((await link.getAttribute("href")) ?? "");
  expect(await command(stand, "organisation-remove", "--id", again)).toMatch(/^Bramble & Finch Limited is removed: \d+ rows erased\. Its audit stays\.\n$/);
  expect(await command(stand, "audit-verify")).toMatch(/^The audit is as it was written/);
  await admin.goto("/organisations");
  await expect(admin.getByRole("heading", { name: "Organisations" })).toBeVisible();
  await expect(link).toHaveCount(0);
});
