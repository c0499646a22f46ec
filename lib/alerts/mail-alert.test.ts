// Alerts by e-mail, handed to a mail server that is there: who gets which, what stands in it, and what becomes of one that is not taken.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { chooseMail } from "#lib/alerts/choose-mail.ts";
import { exampleAlert } from "#lib/alerts/examples.ts";
import { mailAlert } from "#lib/alerts/mail-alert.ts";
import { end, raise, raiseTogether } from "#lib/alerts/tell.ts";
import { mailJobs, takeAway } from "#lib/alerts/testing/queries.ts";
import { chainOf, makeOrganisation } from "#lib/audit/testing/queries.ts";
import { type Mailbox, openMailbox } from "#lib/mail/testing/mailbox.ts";
import { makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Scope } from "#lib/scope.ts";
import { forgetAllEvents, sentUntil } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;
let mailbox: Mailbox;
let [mere, tama]: string[] = [];

beforeAll(async () => {
  mailbox = await openMailbox((address) => (address.startsWith("gone@") ? { code: 550, says: "No such mailbox" } : address.startsWith("busy@") ? { code: 451, says: "Come back later" } : undefined));
  stubSettings({ SMTP_URL: mailbox.url, MAIL_FROM: "Daybook <daybook@example.com>" });
  database = await freshDatabase();
  [mere, tama] = [await makePerson("mere@example.com"), await makePerson("tama@example.com")];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  stubSettings({ SMTP_URL: mailbox.url, MAIL_FROM: "Daybook <daybook@example.com>" });
  mailbox.mails.length = 0;
  await forgetAllEvents();
});
afterAll(async () => {
  await mailbox.close();
  await database.close();
});

test("who asked for it gets an alert when it is raised and when its figure is back, with what it is of and where to look; nobody else does", async () => {
  const scope = await booksOf("Hāpuku & Söhne", mere, tama);
  await choose(scope, mere, true);
  const id = await raised(scope);
  await sentUntil(async () => mailbox.mails.length === 1, mailAlert);
  const page = `http://localhost:3000/o/${scope.tenantId}/alerts`;
  expect(mailbox.mails[0]).toMatchObject({
    from: { name: "Daybook", address: "daybook@example.com" },
    to: [{ address: "mere@example.com" }],
    subject: "Hāpuku & Söhne: Cash at bank below 20,000.00",
    text: `Cash at bank below 20,000.00\nNZD 18,400.50 at 31 Oct 2026.\n\n${page}\n\nYou get this because you asked for the alerts of Hāpuku & Söhne by e-mail. On that page you can stop it.\n`,
    messageId: `<${id}.raised.${mere}@localhost>`,
  });
  await ended(scope, id, "figure");
  await sentUntil(async () => mailbox.mails.length === 2, mailAlert);
  expect(mailbox.mails[1]).toMatchObject({ to: [{ address: "mere@example.com" }], subject: "Hāpuku & Söhne: over: Cash at bank below 20,000.00", text: expect.stringContaining("The figure came back.\n") });
});

test("what came together is one mail, which says how many more there are", async () => {
  const scope = await booksOf("Kānuka Ltd", mere);
  await choose(scope, mere, true);
  await transaction(scope, (tx) => raiseTogether(tx, [exampleAlert.facts, exampleAlert.facts, exampleAlert.facts], new Date()));
  await sentUntil(async () => (await mailJobs(scope.tenantId)).every(({ status }) => status === "succeeded"), mailAlert);
  expect(mailbox.mails.map(({ text }) => text?.split("\n")[2])).toEqual(["2 more of the same sync are on the page."]);
});

test("an organisation's name with a line break in it puts no header of its own into a mail", async () => {
  const scope = await booksOf("Kauri\r\nBcc: eve@example.com", mere);
  await choose(scope, mere, true);
  await raised(scope);
  await sentUntil(async () => mailbox.mails.length === 1, mailAlert);
  expect(mailbox.mails[0]?.headers.map(({ key }) => key)).not.toContain("bcc");
  expect(mailbox.mails[0]?.to).toMatchObject([{ address: "mere@example.com" }]);
});

test("what somebody acknowledged is not told again, nor one that is over before it could be sent", async () => {
  const scope = await booksOf("Rimu Ltd", mere);
  await choose(scope, mere, true);
  const id = await raised(scope);
  await ended(scope, id, "acknowledged");
  expect(await mailJobs(scope.tenantId)).toHaveLength(1);
  await sentUntil(async () => (await mailJobs(scope.tenantId)).every(({ status }) => status === "succeeded"), mailAlert);
  expect(mailbox.mails).toEqual([]);
});

test("who stopped it, or is let in no more, gets nothing, though it was on its way already", async () => {
  const scope = await booksOf("Tōtara Ltd", mere, tama);
  for (const person of [mere, tama]) await choose(scope, person, true);
  await raised(scope);
  await choose(scope, mere, false);
  await takeAway(scope.tenantId, tama);
  await sentUntil(async () => (await mailJobs(scope.tenantId)).every(({ status }) => status === "succeeded"), mailAlert);
  expect([mailbox.mails, (await mailJobs(scope.tenantId)).length]).toEqual([[], 2]);
  expect((await chainOf(scope.tenantId)).map(({ action }) => action)).toEqual(["alert.mailWanted", "alert.mailWanted", "alert.mailStopped"]);
});

test("a server that is away or busy is asked again a minute later; an address that it does not know is not", async () => {
  const [busy, gone] = [await makePerson("busy@example.com"), await makePerson("gone@example.com")];
  const scope = await booksOf("Mānuka Ltd", busy, gone);
  for (const person of [busy, gone]) await choose(scope, person, true);
  const before = Date.now();
  await raised(scope);
  await sentUntil(async () => (await mailJobs(scope.tenantId)).every(({ attempts }) => attempts === 1), mailAlert);
  const [waits, over] = await mailJobs(scope.tenantId);
  expect([waits, over]).toMatchObject([
    { status: "queued", error: { retryable: true, message: expect.stringContaining("Come back later") } },
    { status: "failed", error: { retryable: false, message: expect.stringMatching(/^The mail server does not take mail for gone@example.com: .*No such mailbox/) } },
  ]);
  expect(waits?.runAfter?.getTime()).toBeGreaterThanOrEqual(before + 60_000);
});

test("where no mail server is set nothing can be chosen, and an alert waits for none", async () => {
  const scope = await booksOf("Mātai Ltd", mere);
  await choose(scope, mere, true);
  vi.stubEnv("SMTP_URL", "");
  await raised(scope);
  expect(await mailJobs(scope.tenantId)).toEqual([]);
  expect(await refusalOf(choose(scope, mere, true))).toMatchObject({ reason: "conflict", message: "Daybook sends no e-mail here: whoever runs it has to set SMTP_URL and MAIL_FROM first. Nothing was changed." });
  expect(await choose(scope, mere, false)).toMatchObject({ wanted: false });
});

async function booksOf(name: string, ...members: (string | undefined)[]): Promise<Scope> {
  const tenantId = await makeOrganisation(name, members.flatMap((id) => id ?? []));
  return { tenantId, userId: members[0] ?? "", permissions: permissionsOf("ReadOnly"), via: "session" };
}

function choose(scope: Scope, userId = "", wanted: boolean) {
  return chooseMail.run({ ...scope, userId }, { tenantId: scope.tenantId, wanted });
}

async function raised(scope: Scope): Promise<string> {
  return (await transaction(scope, (tx) => raise(tx, exampleAlert.facts, null, new Date()))) ?? "";
}

async function ended(scope: Scope, id: string, ending: "figure" | "acknowledged"): Promise<void> {
  await transaction(scope, (tx) => end(tx, id, { ending }, new Date()));
}
