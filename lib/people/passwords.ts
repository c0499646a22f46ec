// Passwords are kept as argon2id hashes only. What makes one good is its length and that nobody guesses it first: no rules about its
// characters, but a list of the ones everybody tries.
import { randomInt } from "node:crypto";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { commonPasswords } from "#lib/people/common-passwords.ts";

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const fewestCharacters = 12;
const mostCharacters = 256;
/** The hash of a password nobody knows, at the same cost: checking against it takes as long as against a real one. */
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$3HdyixkBhyPxn1T8WeAy/Q$Eb/yBJT275RK3LFiyH42nVAedAp6Uv9fdydupy3Tx4I";

/** What the password must not be made of. */
export type Owner = { email: string; firstName: string | null; lastName: string | null };

export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), cost);
}

/** Without a hash (nobody has this e-mail) the work is the same and the answer is no. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, spelled(password));
  return matches && passwordHash !== undefined;
}

/** Whether the hash was made at another cost than today's. */
export function isDated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism;
}

/** Why this password cannot be taken, as a sentence; nothing when it can. */
export function weakness(password: string, owner: Owner): string | undefined {
  const { length } = [...password];
  if (length < fewestCharacters) return `Use at least ${fewestCharacters} characters.`;
  if (length > mostCharacters) return `Use at most ${mostCharacters} characters.`;
  if (isGuessable(spelled(password).toLowerCase())) return "This is one of the passwords that everybody tries first. Choose another one.";
  if (isMadeOf(spelled(password).toLowerCase(), owner)) return "This is little more than your name, your e-mail or the name of this product. Choose another one.";
  return undefined;
}

/** Twenty characters nobody confuses on paper, in groups: 97 bits. */
export function randomPassword(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** One spelling for what looks the same, whichever keyboard wrote it. */
function spelled(password: string): string {
  return password.normalize("NFKC");
}

function isGuessable(password: string): boolean {
  return commonPasswords.has(password) || isRepetition(password) || isSequence(password);
}

/** A few characters over and over: aaaaaaaaaaaa, 123412341234. */
function isRepetition(password: string): boolean {
  return /^(.{1,6})\1+$/u.test(password);
}

/** Neighbours in a row, up or down: abcdefghijkl, 98765432109876 (nine and nought are neighbours). */
function isSequence(password: string): boolean {
  const points = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  return [1, -1].some((step) => steps.every((taken) => taken === step || taken === step * -9));
}

function isMadeOf(password: string, { email, firstName, lastName }: Owner): boolean {
  const words = [email, ...email.split("@"), firstName ?? "", lastName ?? "", "daybook"].map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), password);
  return rest !== password && rest.length < 8;
}
