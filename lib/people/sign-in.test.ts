import { hash, verify } from "@node-rs/argon2";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { findCredentials, liveSessionsOf, updateUser } from "#lib/people/queries.ts";
import { isRegistrationOpen, register } from "#lib/people/register.ts";
import { beginSession } from "#lib/people/sessions.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { callerFor, goodPassword, home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";

vi.mock("@node-rs/argon2", { spy: true });

let database: TestDatabase;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  await makePerson("mere@example.com");
  const left = await makePerson("left@example.com");
  await systemTransaction((tx) => updateUser(tx, left, { status: "deactivated" }));
});
beforeEach(() => {
  vi.mocked(verify).mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database.close());

test("the right password opens a session that the database knows", async () => {
  const sessionId = await signIn({ email: " Mere@Example.com ", password: goodPassword }, home);
  const caller = await callerOfSession(sessionId);
  expect(caller).toMatchObject({ id: sessionId, permissions: expect.arrayContaining(["keys:manage"]), scopes: [] });
});

test.each(["mere@example.com", "nobody@example.com", "left@example.com"])("%s hears the same about a wrong password, after the same work", async (email) => {
  const refusal = await refusalOf(signIn({ email, password: "not the password" }, home));
  expect(refusal).toMatchObject({ reason: "unauthenticated", message: "The e-mail or the password is wrong.", faults: [], headers: {} });
  expect(verify).toHaveBeenCalledTimes(1);
});

test("somebody deactivated hears the same about the right password", async () => {
  expect(await refusalOf(signIn({ email: "left@example.com", password: goodPassword }, home))).toMatchObject({ message: "The e-mail or the password is wrong." });
});

test.each(["mere", "nobody"])("the sixth wrong try of %s makes the next one wait, known or not", async (name) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const email = `${name}.waits@example.com`;
  if (name === "mere") await makePerson(email);
  const origin = { ipAddress: `192.0.2.${name.length}`, userAgent: null };
  for (let tried = 1; tried <= 6; tried += 1) expect(await refusalOf(signIn({ email, password: "wrong" }, origin))).toMatchObject({ reason: "unauthenticated" });
  vi.mocked(verify).mockClear();
  const refusal = await refusalOf(signIn({ email, password: goodPassword }, origin));
  expect(refusal).toMatchObject({ reason: "tooMany", message: "There were too many tries. Wait 5 seconds and try again.", headers: { "retry-after": "5" } });
  expect(verify).not.toHaveBeenCalled();
});

test("a failed try is counted on the person, and a right one clears the count", async () => {
  await makePerson("counted@example.com");
  await refusalOf(signIn({ email: "counted@example.com", password: "wrong" }, home));
  expect(await accountOf("counted@example.com")).toMatchObject({ failedLoginAttempts: 1 });
  await signIn({ email: "counted@example.com", password: goodPassword }, home);
  expect(await accountOf("counted@example.com")).toMatchObject({ failedLoginAttempts: 0, lockedUntil: null, lastLoginAt: expect.any(Date) });
});

test("a password hashed at an older cost is hashed anew when it is next used", async () => {
  const id = await makePerson("dated@example.com");
  const dated = await hash(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await systemTransaction((tx) => updateUser(tx, id, { passwordHash: dated }));
  await callerFor("dated@example.com");
  const user = await systemRead((q) => findCredentials(q, { id }));
  expect(user?.passwordHash).toContain("m=19456,t=2,p=1");
  await callerFor("dated@example.com");
});

test("nobody has more than five sessions: the oldest makes room", async () => {
  const id = await makePerson("five@example.com");
  const first = await callerFor("five@example.com");
  await Promise.all(Array.from({ length: 5 }, () => callerFor("five@example.com")));
  expect(await callerOfSession(first.id)).toBeUndefined();
  expect(await systemRead((q) => liveSessionsOf(q, id, new Date()))).toHaveLength(5);
});

test("nor do ten sign-ins at the same moment leave more than five", async () => {
  const id = await makePerson("ten@example.com");
  const sessions = await Promise.all(Array.from({ length: 10 }, () => systemTransaction((tx) => beginSession(tx, id, home))));
  const callers = await Promise.all(sessions.map((sessionId) => callerOfSession(sessionId)));
  expect(callers.filter(Boolean)).toHaveLength(5);
});

test("an e-mail or password that is missing is a fault of its field", async () => {
  const refusal = await refusalOf(signIn({ email: "", password: "" }, home));
  expect(refusal).toMatchObject({ reason: "invalid", faults: [{ pointer: "/email" }, { pointer: "/password" }] });
});

test("registration is closed unless the installation opens it", async () => {
  expect(await isRegistrationOpen()).toBe(false);
  expect(await refusalOf(register({ email: "new@example.com", password: goodPassword }, home))).toMatchObject({ reason: "notFound" });
});

function accountOf(email: string) {
  return systemRead(async (q) => findCredentials(q, { email }));
}
