import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { hashPassword, isDated, isPassword, randomPassword, weakness } from "#lib/people/passwords.ts";

const owner = { email: "hemi.parata@example.com", firstName: "Hemi", lastName: "Parata" };

describe("a password is taken for its length and for being nobody's first guess", () => {
  test.each([
    ["eleven", "elevenchars"],
    ["common", "Password1234"],
    ["common in capitals", "QWERTYUIOPASDFGHJKL"],
    ["one character over and over", "zzzzzzzzzzzzzz"],
    ["a few characters over and over", "k9x!k9x!k9x!k9x!"],
    ["a row of neighbours", "bcdefghijklmno"],
    ["a row of figures past nine", "56789012345678"],
    ["backwards", "87654321098765"],
    ["their e-mail", "hemi.parata@example.com"],
    ["their names and a little", "HemiParata2026"],
    ["the product's name and a little", "Daybook-2026!"],
    ["257 characters", "ab!".repeat(90).slice(0, 257)],
  ])("%s is refused with a sentence", (_why, password) => {
    expect(weakness(password, owner)).toMatch(/\.$/);
  });

  test.each([
    ["twelve of no special kind", "plum ladders"],
    ["no figures or capitals", "correct reading of the books"],
    ["256 characters", "plum ladders ".repeat(20).slice(0, 256)],
    ["other scripts", "приветдорогаякнига"],
    ["a name inside a longer one", "Hemi rides a green horse"],
  ])("%s is taken", (_why, password) => {
    expect(weakness(password, owner)).toBeUndefined();
  });
});

test("a password opens its own hash and no other, at the cost we promise", async () => {
  const made = await hashPassword("plum ladders");
  expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword("plum ladders", made)).toBe(true);
  expect(await isPassword("plum ladder", made)).toBe(false);
  expect(await isPassword("plum ladders", undefined)).toBe(false);
});

test("nothing is cut off a long password", async () => {
  const long = "plum ladders ".repeat(19);
  const made = await hashPassword(`${long}a`);
  expect(await isPassword(`${long}b`, made)).toBe(false);
});

test("what looks the same is the same password", async () => {
  expect(await isPassword("re\u0301sume\u0301 re\u0301sume\u0301", await hashPassword("résumé résumé"))).toBe(true);
});

test("a hash of another cost is dated, ours is not", async () => {
  expect(isDated(await hash("plum ladders", { memoryCost: 8192, timeCost: 1, parallelism: 1 }))).toBe(true);
  expect(isDated(await hashPassword("plum ladders"))).toBe(false);
});

test("a random password is a good one, and never the same", () => {
  const made = Array.from({ length: 50 }, randomPassword);
  expect(new Set(made).size).toBe(50);
  for (const password of made) expect(weakness(password, owner)).toBeUndefined();
});
