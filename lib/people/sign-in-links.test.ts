import { afterAll, beforeAll, expect, test } from "vitest";
import { systemRead, systemTransaction } from "#db/system.ts";
import { SignInLinks } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { updateUser } from "#lib/people/queries.ts";
import { createSignInLink, redeemSignInLink } from "#lib/people/sign-in-links.ts";
import { home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  expect(await refusalOf(createSignInLink())).toMatchObject({ reason: "notFound", message: "There is no active Admin yet. Open Daybook in a browser to set it up first." });
  await makePerson("staff@example.com");
  await makePerson("owner@example.com", "Admin");
});
afterAll(() => database.close());

test("a link without a name is for the first Admin, and lasts fifteen minutes", async () => {
  const { url, email, expiresAt } = await createSignInLink();
  expect(email).toBe("owner@example.com");
  expect(url).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\?token=[\w-]{43}$/);
  expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(15);
});

test("a link signs its person in, once, however many come at the same time", async () => {
  const token = await tokenFor("staff@example.com");
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => redeemSignInLink(token, home)));
  const sessions = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  expect(sessions).toHaveLength(1);
  expect(await callerOfSession(sessions[0] ?? "")).toBeDefined();
  expect(await refusalOf(redeemSignInLink(token, home))).toMatchObject({ reason: "notFound" });
});

test("an expired link, and one that never was, open nothing", async () => {
  const token = await tokenFor("staff@example.com", { expiresInMinutes: -1 });
  const [expired, invented] = [await refusalOf(redeemSignInLink(token, home)), await refusalOf(redeemSignInLink("never", home))];
  expect(expired).toMatchObject({ reason: "notFound", message: "This link has been used, or has expired. Sign in with your password, or ask for a new link." });
  expect(invented).toEqual(expired);
});

test("a link of somebody deactivated opens nothing, and no new one is made", async () => {
  const id = await makePerson("left@example.com");
  const token = await tokenFor(id);
  await systemTransaction((tx) => updateUser(tx, id, { status: "deactivated" }));
  expect(await refusalOf(redeemSignInLink(token, home))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(createSignInLink("left@example.com"))).toMatchObject({ reason: "notFound" });
});

test("the database does not hold what would open the door", async () => {
  const token = await tokenFor("staff@example.com");
  const rows = await systemRead((q) => q.select().from(SignInLinks));
  expect(JSON.stringify(rows)).not.toContain(token);
});

async function tokenFor(person: string, life?: { expiresInMinutes: number }): Promise<string> {
  const { url } = await createSignInLink(person, life);
  return new URL(url).searchParams.get("token") ?? "";
}
