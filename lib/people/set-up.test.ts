import { afterAll, beforeAll, expect, test } from "vitest";
import { Users } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { hashPassword } from "#lib/people/passwords.ts";
import { allUsers } from "#lib/people/queries.ts";
import { isRegistrationOpen, register } from "#lib/people/register.ts";
import { createFirstAdmin, isSetUp, keepFirstAdmin } from "#lib/people/set-up.ts";
import { callerFor, elsewhere, goodPassword, home, refusalOf, stubSettings } from "#lib/people/testing.ts";

const names = ["kauri", "rimu", "totara", "matai", "miro"];
let database: TestDatabase;

beforeAll(async () => {
  stubSettings({ REGISTRATION: "open" });
  database = await freshDatabase();
});
afterAll(() => database.close());

test("nobody registers before the installation has an Admin", async () => {
  expect(await isRegistrationOpen()).toBe(false);
  expect(await refusalOf(register({ email: "early@example.com", password: goodPassword }, home))).toMatchObject({ reason: "notFound" });
});

test.each([
  ["no e-mail address", { email: "owner", password: goodPassword }, "/email"],
  ["a weak password", { email: "owner@example.com", password: "owner@example.com1" }, "/password"],
  ["a field nobody asked for", { email: "owner@example.com", password: goodPassword, role: "Admin" }, "/role"],
])("%s does not set the installation up", async (_why, input, pointer) => {
  expect(await refusalOf(createFirstAdmin(input))).toMatchObject({ reason: "invalid", faults: [{ pointer }] });
  expect(await isSetUp()).toBe(false);
});

test("of several who set up at the same moment one becomes Admin and the others are told", async () => {
  // A hash and a connection for each of them beforehand, so that none has a head start.
  const passwordHash = await hashPassword(goodPassword);
  await Promise.all(names.map(isSetUp));
  const person = (name: string) => ({ email: `${name}@example.com`, firstName: null, lastName: null, passwordHash, role: "Admin" as const });
  const answers = await Promise.allSettled(names.map((name) => keepFirstAdmin(person(name))));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(answers.filter(({ status }) => status === "rejected")).toEqual(Array(4).fill({ status: "rejected", reason: expect.objectContaining({ reason: "conflict" }) }));
  const users = await systemRead(allUsers);
  expect(users.map(({ role }) => role)).toEqual(["Admin"]);
});

test("an installation is set up once, also by two who come through the front door", async () => {
  await systemTransaction((tx) => tx.delete(Users));
  const owner = (name: string) => createFirstAdmin({ email: `${name}@example.com`, password: goodPassword });
  const answers = await Promise.allSettled([owner("one"), owner("other")]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await isSetUp()).toBe(true);
  expect(await refusalOf(createFirstAdmin({ email: "late@example.com", password: goodPassword }))).toMatchObject({ reason: "conflict" });
});

test("who registers gets the role Standard, and whether an e-mail was taken is not told", async () => {
  const person = { email: "new@example.com", firstName: "New", lastName: "", password: goodPassword };
  expect(await register(person, home)).toBeUndefined();
  expect(await register({ ...person, password: "another fine password" }, elsewhere)).toBeUndefined();
  const users = await systemRead(allUsers);
  expect(users.filter(({ email }) => email === "new@example.com")).toMatchObject([{ role: "Standard", firstName: "New", lastName: null }]);
  expect((await callerFor("new@example.com")).permissions).not.toContain("members:manage");
});
