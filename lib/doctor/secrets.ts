// Every secret that the database keeps is opened once, and nothing of it is shown.
import { type SystemQuery, systemRead } from "#db/system.ts";
import { allAnswers } from "#lib/api-keys/idempotency-queries.ts";
import { placeOfAnswer } from "#lib/api-keys/once.ts";
import { decrypt, type Place } from "#lib/crypto.ts";
import { broken, type Finding, ok } from "#lib/doctor/finding.ts";
import { encryptionKeyNames } from "#lib/env.ts";
import { allFlows, allTokens } from "#lib/organisations/queries.ts";
import { allSealed } from "#lib/webhooks/queries.ts";
import { placeOf } from "#lib/webhooks/secret.ts";

type Kept = { value: string; place: Place };

export async function examineSecrets(): Promise<Finding[]> {
  const kept = await systemRead(everySecret);
  const closed = kept.filter(({ value, place }) => !opens(value, place));
  if (closed.length === 0) return [ok("secrets", `All ${kept.length} secrets open with ENCRYPTION_KEYS (${encryptionKeyNames().join(", ")}).`)];
  const lacking = new Set(closed.map(({ value }) => value.split(".")[1] ?? "").filter((name) => !encryptionKeyNames().includes(name)));
  const why = lacking.size > 0 ? `the keys ${[...lacking].join(", ")} are missing. Put them back into ENCRYPTION_KEYS, after the first` : "a key of that name is another one than before, or they were changed. Put the right key back into ENCRYPTION_KEYS";
  return [broken("secrets", `${closed.length} of ${kept.length} secrets do not open: ${why}; or connect Xero again and give webhooks new secrets.`)];
}

async function everySecret(q: SystemQuery): Promise<Kept[]> {
  const tokens = (await allTokens(q)).flatMap(({ id, accessToken, refreshToken }) => [
    { value: accessToken, place: { table: "XeroTokens", column: "accessToken", row: id } },
    { value: refreshToken, place: { table: "XeroTokens", column: "refreshToken", row: id } },
  ]);
  const flows = (await allFlows(q)).map(({ id, verifier }) => ({ value: verifier, place: { table: "OAuthFlows", column: "verifier", row: id } }));
  const webhooks = (await allSealed(q)).flatMap(({ id, secret, previousSecret, headers }) => [
    { value: secret, place: placeOf(id, "secret") },
    { value: previousSecret ?? "", place: placeOf(id, "secret") },
    { value: headers ?? "", place: placeOf(id, "headers") },
  ]);
  const answers = (await allAnswers(q)).map(({ id, body }) => ({ value: body, place: placeOfAnswer(id) }));
  return [...tokens, ...flows, ...webhooks, ...answers].filter(({ value }) => value !== "");
}

function opens(value: string, place: Place): boolean {
  try {
    decrypt(value, place);
    return true;
  } catch {
    return false;
  }
}
