import { createCipheriv, randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type decrypt, type encrypt, randomToken, sameText, sha256 } from "#lib/crypto.ts";
import { stubSettings } from "#lib/people/testing.ts";

const place = { table: "XeroTokens", column: "refreshToken", row: "one" };
const first = Buffer.alloc(32, 1).toString("base64");
const second = Buffer.alloc(32, 2).toString("base64");

beforeEach(() => useKeys(`k1:${first}`));
afterEach(() => vi.unstubAllEnvs());

test.each(["", "a", "a refresh token", "ünïcödé 💶", "x".repeat(10_000)])("what was encrypted comes back (%#)", async (plain) => {
  const { encrypt: close, decrypt: open } = await fresh();
  expect(open(close(plain, place), place)).toBe(plain);
});

test("the same text is never encrypted the same way twice, and is nowhere to be read", async () => {
  const { encrypt: close } = await fresh();
  const values = new Set(Array.from({ length: 50 }, () => close("a refresh token", place)));
  expect(values.size).toBe(50);
  expect([...values].join()).not.toContain("refresh");
});

test("a value with any one of its letters changed does not open", async () => {
  const { encrypt: close, decrypt: open } = await fresh();
  const value = close("short", place);
  const opened = [...value].flatMap((letter, index) =>
    ["A", "B", "-", ".", "=", " "].filter((other) => other !== letter && opens(open, value.slice(0, index) + other + value.slice(index + 1))).map((other) => `${index}: ${letter} → ${other}`),
  );
  expect(opened).toEqual([]);
});

test("a value that was cut short, or had something added, does not open", async () => {
  const { encrypt: close, decrypt: open } = await fresh();
  const value = close("a refresh token", place);
  const lengths = Array.from({ length: value.length }, (_, length) => value.slice(0, length));
  expect([...lengths, `${value}A`, `${value}=`, `${value}.x`, ` ${value}`, `${value}\n`].filter((changed) => opens(open, changed))).toEqual([]);
});

test("a tag of four bytes is refused, although it is a true beginning of the right one", async () => {
  const { decrypt: open } = await fresh();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.alloc(32, 1), nonce, { authTagLength: 4 });
  cipher.setAAD(Buffer.from("v1|XeroTokens|refreshToken|one"));
  const body = Buffer.concat([cipher.update("", "utf8"), cipher.final(), cipher.getAuthTag()]);
  expect(() => open(`v1.k1.${nonce.toString("base64url")}.${body.toString("base64url")}`, place)).toThrow(/authentication tag/i);
});

test.each([
  { ...place, row: "two" },
  { ...place, column: "accessToken" },
  { ...place, table: "OAuthFlows" },
])("a value moved to $table.$column.$row does not open", async (elsewhere) => {
  const { encrypt: close, decrypt: open } = await fresh();
  const value = close("a refresh token", place);
  expect(() => open(value, elsewhere)).toThrow();
});

test("an old key opens what it closed until it is dropped, and the first key closes", async () => {
  const before = (await fresh()).encrypt("kept", place);
  useKeys(`k2:${second},k1:${first}`);
  const during = await fresh();
  const after = during.encrypt("new", place);
  expect([during.decrypt(before, place), during.decrypt(after, place)]).toEqual(["kept", "new"]);
  useKeys(`k2:${second}`);
  const dropped = await fresh();
  expect(dropped.decrypt(after, place)).toBe("new");
  expect(() => dropped.decrypt(before, place)).toThrow('the key "k1", which is not in ENCRYPTION_KEYS');
});

test("another key under the old name does not open", async () => {
  const value = (await fresh()).encrypt("kept", place);
  useKeys(`k1:${second}`);
  const { decrypt: open } = await fresh();
  expect(() => open(value, place)).toThrow();
});

test("tokens do not repeat, and text is compared whole", () => {
  expect(new Set(Array.from({ length: 1000 }, randomToken)).size).toBe(1000);
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect([sameText("a", "a"), sameText("a", "b"), sameText("a", "aa"), sameText("", "")]).toEqual([true, false, false, true]);
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

function useKeys(keys: string): void {
  stubSettings({ ENCRYPTION_KEYS: keys });
}

/** The module as a process that starts now would have it: the environment is read once. */
async function fresh(): Promise<{ encrypt: typeof encrypt; decrypt: typeof decrypt }> {
  vi.resetModules();
  return import("#lib/crypto.ts");
}

function opens(open: typeof decrypt, value: string): boolean {
  try {
    open(value, place);
    return true;
  } catch {
    return false;
  }
}
