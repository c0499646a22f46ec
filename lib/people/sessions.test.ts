import { afterAll, beforeAll, expect, test } from "vitest";
import { systemRead, systemTransaction } from "#db/system.ts";
import { observe } from "#db/state.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { changeName, changePassword, profileOf } from "#lib/people/own-account.ts";
import { findLiveSession, updateUser } from "#lib/people/queries.ts";
import { resetPassword } from "#lib/people/reset-password.ts";
import { endSession, signOut } from "#lib/people/sessions.ts";
import { createSignInLink, redeemSignInLink } from "#lib/people/sign-in-links.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { callerFor, elsewhere, goodPassword, home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";

const hour = 60 * 60 * 1000;
const newPassword = "eleven blue bicycles";
let database: TestDatabase;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(() => database.close());

test("a session that is signed out is nobody at the next request", async () => {
  await makePerson("out@example.com");
  const caller = await callerFor("out@example.com");
  await signOut(caller);
  expect(await callerOfSession(caller.id)).toBeUndefined();
});

test("a session lives eight hours from its last use, and seven days in all", async () => {
  await makePerson("idle@example.com");
  const { id } = await callerFor("idle@example.com");
  const start = Date.now();
  expect(await callerOfSession(id, new Date(start + 8 * hour + 1000))).toBeUndefined();
  for (let hours = 7; hours < 7 * 24; hours += 7) expect(await callerOfSession(id, new Date(start + hours * hour))).toBeDefined();
  expect(await callerOfSession(id, new Date(start + 7 * 24 * hour + 1000))).toBeUndefined();
});

test("finding out who asks takes two queries", async () => {
  await makePerson("quick@example.com");
  const { id } = await callerFor("quick@example.com");
  const doors: number[] = [];
  observe({ onDoor: ({ queries }) => doors.push(queries) });
  await callerOfSession(id);
  observe({ onDoor: () => {} });
  expect(doors).toEqual([2]);
});

test("a session id that never was is nobody", async () => {
  expect(await callerOfSession("00000000-0000-4000-8000-000000000000")).toBeUndefined();
});

test("a person deactivated is nobody at the next request, whatever their session says", async () => {
  const id = await makePerson("gone@example.com");
  const caller = await callerFor("gone@example.com");
  await systemTransaction((tx) => updateUser(tx, id, { status: "deactivated" }));
  expect(await callerOfSession(caller.id)).toBeUndefined();
  expect(await systemRead((q) => findLiveSession(q, caller.id, new Date()))).toBeUndefined();
});

test("one ends another session of one's own, and nobody else's", async () => {
  await makePerson("mine@example.com");
  await makePerson("theirs@example.com");
  const [here, there, stranger] = [await callerFor("mine@example.com"), await callerFor("mine@example.com", elsewhere), await callerFor("theirs@example.com")];
  expect(await refusalOf(endSession(stranger, there.id))).toMatchObject({ reason: "notFound" });
  expect(await callerOfSession(there.id)).toBeDefined();
  await endSession(here, there.id);
  expect(await callerOfSession(there.id)).toBeUndefined();
  expect(await callerOfSession(here.id)).toBeDefined();
});

test("a new password ends the other sessions and unused links, and keeps this one", async () => {
  await makePerson("renewed@example.com");
  const [here, there] = [await callerFor("renewed@example.com"), await callerFor("renewed@example.com", elsewhere)];
  const link = await createSignInLink("renewed@example.com");
  await changePassword(here, { currentPassword: goodPassword, newPassword }, home);
  expect(await callerOfSession(here.id)).toBeDefined();
  expect(await callerOfSession(there.id)).toBeUndefined();
  expect(await refusalOf(redeemSignInLink(tokenOf(link.url), home))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(signIn({ email: "renewed@example.com", password: goodPassword }, home))).toMatchObject({ reason: "unauthenticated" });
  expect(await signIn({ email: "renewed@example.com", password: newPassword }, home)).toEqual(expect.any(String));
});

test.each([
  ["the wrong current password", { currentPassword: "not this one", newPassword }, "/currentPassword"],
  ["a weak new one", { currentPassword: goodPassword, newPassword: "password1234" }, "/newPassword"],
  ["the same one again", { currentPassword: goodPassword, newPassword: goodPassword }, "/newPassword"],
  ["a field nobody asked for", { currentPassword: goodPassword, newPassword, role: "Admin" }, "/role"],
])("a password is not changed with %s", async (why, input, pointer) => {
  const email = `${why.replaceAll(" ", ".")}@example.com`;
  await makePerson(email);
  const caller = await callerFor(email);
  expect(await refusalOf(changePassword(caller, input, home))).toMatchObject({ reason: "invalid", faults: [{ pointer }] });
  expect(await signIn({ email, password: goodPassword }, home)).toEqual(expect.any(String));
});

test("an open session cannot be used to guess the password without waiting", async () => {
  await makePerson("borrowed@example.com");
  const caller = await callerFor("borrowed@example.com", elsewhere);
  const guess = () => refusalOf(changePassword(caller, { currentPassword: "a guess", newPassword }, elsewhere));
  for (let tried = 1; tried <= 6; tried += 1) expect(await guess()).toMatchObject({ reason: "invalid" });
  expect(await guess()).toMatchObject({ reason: "tooMany" });
});

test("a profile shows the name, the role and which session this is, and no secret", async () => {
  await makePerson("whole@example.com", "Executive");
  const caller = await callerFor("whole@example.com");
  await callerFor("whole@example.com", elsewhere);
  await changeName(caller, { firstName: " Aroha ", lastName: "" });
  const profile = await profileOf(caller);
  expect(profile).toMatchObject({ email: "whole@example.com", firstName: "Aroha", lastName: null, role: "Executive", organisations: [] });
  expect(profile.sessions.map(({ id, isThisOne }) => isThisOne === (id === caller.id))).toEqual([true, true]);
  expect(JSON.stringify(profile)).not.toContain("argon2");
});

test("a reset on the machine itself gives a new password, ends every session and lifts the waiting", async () => {
  await makePerson("locked@example.com");
  const caller = await callerFor("locked@example.com");
  for (let tried = 1; tried <= 7; tried += 1) await refusalOf(signIn({ email: "locked@example.com", password: "wrong" }, home));
  const password = await resetPassword(" Locked@example.com");
  expect(await callerOfSession(caller.id)).toBeUndefined();
  expect(await signIn({ email: "locked@example.com", password }, home)).toEqual(expect.any(String));
});

test("a reset for nobody, or to a weak password, changes nothing", async () => {
  await makePerson("weak@example.com");
  expect(await refusalOf(resetPassword("nobody@example.com"))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(resetPassword("weak@example.com", "short"))).toMatchObject({ reason: "invalid" });
  expect(await callerFor("weak@example.com")).toBeDefined();
});

function tokenOf(url: string): string {
  return new URL(url).searchParams.get("token") ?? "";
}
