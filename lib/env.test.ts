import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { insecureNotice, isBehindProxy, loopbackOf, readEnvironment, redirectUri } from "#lib/env.ts";

const right = { APP_URL: "https://books.example", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}` };

test("little is needed, and the rest is Xero's own", () => {
  const settings = readEnvironment(right);
  expect(settings).toMatchObject({ APP_URL: "https://books.example", PORT: 3000, WORKER: "separate", REGISTRATION: "closed", XERO_TOKEN_URL: "https://identity.xero.com/connect/token", XERO_MINUTE_LIMIT: 60, XERO_PAGE_SIZE: 1000 });
  expect(settings.XERO_SCOPES.split(" ")).toContain("offline_access");
});

test(".env.example names every variable there is, and no other", () => {
  const named = [...readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  const elsewhere = ["DATABASE_URL", "DATABASE_MIGRATION_URL", "DATABASE_CA", "DATABASE_POOL_MAX", "SANDBOX_PORT"];
  expect(named.toSorted()).toEqual([...Object.keys(readEnvironment(right)), ...elsewhere].toSorted());
});

test("e-mail is from somebody, or is not sent at all", () => {
  expect(() => readEnvironment({ ...right, SMTP_URL: "smtps://me:secret@mail.example" })).toThrow(/^MAIL_FROM is missing/);
  expect(readEnvironment({ ...right, SMTP_URL: "smtps://me:secret@mail.example", MAIL_FROM: "Daybook <daybook@example.com>" })).toMatchObject({ MAIL_FROM: "Daybook <daybook@example.com>" });
  expect(() => readEnvironment({ ...right, SMTP_URL: "https://mail.example", MAIL_FROM: "daybook@example.com" })).toThrow(/^SMTP_URL must be/);
  expect(() => readEnvironment({ ...right, MAIL_FROM: "somebody" })).toThrow(/^MAIL_FROM must be/);
});

test("an empty variable is one that is not set", () => {
  expect(readEnvironment({ ...right, PORT: "", WORKER: "", XERO_TOKEN_URL: "" })).toMatchObject({ PORT: 3000, WORKER: "separate" });
});

test("the address is APP_URL, else NEXTAUTH_URL, else this machine at PORT", () => {
  const { APP_URL, ...others } = right;
  expect(readEnvironment({ ...right, NEXTAUTH_URL: "https://other.example" }).APP_URL).toBe(APP_URL);
  expect(readEnvironment({ ...others, NEXTAUTH_URL: "https://other.example/" }).APP_URL).toBe("https://other.example");
  expect(readEnvironment({ ...others, PORT: "8080" }).APP_URL).toBe("http://localhost:8080");
});

test("Xero sends the browser back to this installation unless told otherwise", () => {
  expect(redirectUri(readEnvironment(right))).toBe("https://books.example/api/xero/callback");
  expect(redirectUri(readEnvironment({ ...right, XERO_REDIRECT_URI: "https://elsewhere.example/back" }))).toBe("https://elsewhere.example/back");
});

const key = Buffer.alloc(32).toString("base64");

describe.each([
  ["APP_URL", ["not an address", "ftp://books.example", "javascript:alert(1)"]],
  ["PORT", ["0", "70000", "three", "3.5", "-1"]],
  ["NEXTAUTH_SECRET", ["short", undefined]],
  ["ENCRYPTION_KEYS", [undefined, "k1", key, `k1:${key.slice(4)}`, `k1:${"=".repeat(44)}`, `k1:${key},`, `k 1:${key}`, `k1:${key} k2:${key}`]],
  ["WORKER", ["sometimes"]],
  ["REGISTRATION", ["everybody"]],
  ["LOG_LEVEL", ["loud"]],
  ["ALLOW_INSECURE_HTTP", ["yes"]],
  ["XERO_AUTHORIZE_URL", ["xero"]],
  ["XERO_TOKEN_URL", ["file:///etc/passwd"]],
  ["XERO_REVOCATION_URL", ["xero"]],
  ["XERO_CONNECTIONS_URL", ["xero"]],
  ["XERO_API_BASE_URL", ["xero"]],
  ["XERO_MINUTE_LIMIT", ["0", "many"]],
  ["XERO_PAGE_SIZE", ["0", "1001"]],
] as const)("%s", (name, values) => {
  test.each(values.map((value) => ({ value })))("that is $value stops the start with a sentence that names it", ({ value }) => {
    const said = sentenceOf({ ...right, [name]: value });
    expect(said).toMatch(new RegExp(`^${name} .+\\.$`));
  });
});

test("each variable that is wrong has its sentence", () => {
  expect(sentenceOf({ APP_URL: right.APP_URL, PORT: "x", WORKER: "x" }).split("\n").map((line) => line.split(" ")[0])).toEqual(["PORT", "NEXTAUTH_SECRET", "ENCRYPTION_KEYS", "WORKER"]);
});

test("a secret is never in the sentence", () => {
  expect(sentenceOf({ ...right, NEXTAUTH_SECRET: "hunter2" })).not.toContain("hunter2");
  expect(sentenceOf({ ...right, ENCRYPTION_KEYS: "hunter2" })).not.toContain("hunter2");
});

test("plain http is for this machine alone, unless somebody says a proxy takes care", () => {
  expect(sentenceOf({ ...right, APP_URL: "http://books.example" })).toContain("ALLOW_INSECURE_HTTP");
  expect(sentenceOf({ ...right, APP_URL: "http://localhost.example" })).toContain("ALLOW_INSECURE_HTTP");
  for (const APP_URL of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) expect(readEnvironment({ ...right, APP_URL }).APP_URL).toBe(APP_URL);
  expect(readEnvironment({ ...right, APP_URL: "http://books.example", ALLOW_INSECURE_HTTP: "1" }).APP_URL).toBe("http://books.example");
});

test("plain http on a public name is allowed with a notice, and there is none where it is not needed", () => {
  const notice = (APP_URL: string) => insecureNotice(readEnvironment({ ...right, APP_URL, ALLOW_INSECURE_HTTP: "1" }));
  expect(notice("http://books.example")).toMatch(/^Notice: ALLOW_INSECURE_HTTP=1, .+ http:\/\/books\.example .+ proxy/);
  expect([notice("https://books.example"), notice("http://localhost:3000")]).toEqual([undefined, undefined]);
});

test.each([
  ["http://localhost:3000", "127.0.0.1", false],
  ["http://127.0.0.1:3000", "127.0.0.1", false],
  ["http://[::1]:3000", "::1", false],
  ["https://localhost", "127.0.0.1", false],
  ["https://books.example", undefined, true],
  ["http://localhost.example", undefined, true],
])("at %s Daybook listens on %s, and has a proxy in front of it: %s", (APP_URL, listensOn, proxied) => {
  const settings = readEnvironment({ ...right, APP_URL, ALLOW_INSECURE_HTTP: "1" });
  expect([loopbackOf(settings.APP_URL), isBehindProxy(settings)]).toEqual([listensOn, proxied]);
});

function sentenceOf(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
