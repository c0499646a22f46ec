// What Lighthouse says of the production build. Its time is measured by the bench (docs/performance.md), where there is something to compare it with.
import { expect } from "@playwright/test";
import { openLighthouse } from "./testing/lighthouse.ts";
import { storedReport } from "./testing/screens.ts";
import { test } from "./testing/test.ts";

const full = { scores: { accessibility: 100, "best-practices": 100 }, faults: [] };

test("Lighthouse gives dashboard, statement, transactions and sign-in all points for accessibility and best practices", async ({ admin, books, stand, launchOptions }) => {
  test.setTimeout(400_000);
  const home = `/o/${books.bramble}`;
  const screens = { dashboard: home, statement: await storedReport(admin, books.bramble, "Profit and Loss"), transactions: `${home}/transactions` };
  const lighthouse = await openLighthouse(launchOptions);
  for (const [name, address] of Object.entries(screens)) expect(await lighthouse.audit(`${stand.url}${address}`, admin.context()), name).toEqual(full);
  expect(await lighthouse.audit(`${stand.url}/sign-in`), "sign-in").toEqual(full);
  await lighthouse.close();
});
