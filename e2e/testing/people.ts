// The people of the tests, and their ways in.
import { type BrowserContext, expect, type Page } from "@playwright/test";

export type Person = { firstName: string; lastName: string; email: string; password: string };

/** Who sets the installation up. */
export const ada: Person = { firstName: "Ada", lastName: "Keeper", email: "ada@daybook.example", password: "heron quietly counts reeds" };
/** Who registers later, and belongs to one organisation at most. */
export const ben: Person = { firstName: "Ben", lastName: "Clerk", email: "ben@daybook.example", password: "slow tram past the orchard" };

export async function fillIn(page: Page, { firstName, lastName, email, password }: Person): Promise<void> {
  await page.getByLabel("First name").fill(firstName);
  await page.getByLabel("Last name").fill(lastName);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}

export async function trySigningIn(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await trySigningIn(page, person);
  await expect(accountButton(page, person)).toBeVisible();
}

export function accountButton(page: Page, { firstName, lastName }: Person) {
  return page.getByRole("button", { name: `Your account: ${firstName} ${lastName}` });
}

/** True while the cookies of this context are worth something. */
export async function isSignedIn(context: BrowserContext): Promise<boolean> {
  const response = await context.request.get("/settings/profile", { maxRedirects: 0 });
  return response.status() === 200;
}

/** On the page of members. */
export async function giveRole(admin: Page, { firstName, lastName }: Person, role: string): Promise<void> {
  await admin.goto("/settings/members");
  await admin.getByRole("combobox", { name: `Role of ${firstName} ${lastName}` }).selectOption(role);
  await answered(admin, () => admin.getByRole("button", { name: `Save the role of ${firstName} ${lastName}` }).click());
}

/** Presses a button and waits until the server has answered its form. */
export async function answered(page: Page, press: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await press();
  await answer;
}
