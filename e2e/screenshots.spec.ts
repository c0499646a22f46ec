// The pictures in docs/images that no other test passes by, made anew with: SCREENSHOTS=1 npm run test:e2e -- screenshots five-things --project=sqlite
import { expect } from "@playwright/test";
import { figures, openProfitAndLoss, statement } from "./testing/organisations.ts";
import { picture } from "./testing/pictures.ts";
import { test } from "./testing/test.ts";

if (process.env.SCREENSHOTS === "1") {
  test.use({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });

  test("the statement, its proof and the overview, as the documentation shows them", async ({ admin, books }) => {
    await admin.goto(`/o/${books.harakeke}`);
    await expect(admin.getByText(/^Ties to Xero/)).toBeVisible();
    await picture(admin, "overview");
    await openProfitAndLoss(admin, books.harakeke);
    await expect(statement(admin)).toBeVisible();
    await picture(admin, "statement");
    await figures(admin, "Subcontractors").nth(1).click();
    await expect(admin.getByRole("complementary")).toBeVisible();
    await picture(admin, "proof");
  });
}
