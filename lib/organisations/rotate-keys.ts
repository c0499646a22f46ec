// Everything that is encrypted is written again under the first key, so that an older one can be taken out of ENCRYPTION_KEYS.
import { type SystemTransaction, systemTransaction } from "#db/system.ts";
import { allAnswers, saveBody } from "#lib/api-keys/idempotency-queries.ts";
import { placeOfAnswer } from "#lib/api-keys/once.ts";
import { decrypt, encrypt, isUnderFirstKey, type Place } from "#lib/crypto.ts";
import { allFlows, allTokens, saveVerifier, swapToken } from "#lib/organisations/queries.ts";
import { allSealed, saveSealed } from "#lib/webhooks/queries.ts";
import { placeOf } from "#lib/webhooks/secret.ts";

/** How many rows were written again. */
export async function rotateKeys(): Promise<number> {
  return systemTransaction(async (tx) => (await rotateTokens(tx)) + (await rotateVerifiers(tx)) + (await rotateWebhooks(tx)) + (await rotateAnswers(tx)));
}

/** A token set that is refreshed meanwhile has a new version, and is under the first key already. */
async function rotateTokens(tx: SystemTransaction): Promise<number> {
  const old = (await allTokens(tx)).filter(({ accessToken, refreshToken }) => ![accessToken, refreshToken].every(isUnderFirstKey));
  for (const { id, version, accessToken, refreshToken } of old) {
    const again = (value: string, column: string) => written(value, { table: "XeroTokens", column, row: id });
    await swapToken(tx, id, version, { accessToken: again(accessToken, "accessToken"), refreshToken: again(refreshToken, "refreshToken") });
  }
  return old.length;
}

async function rotateVerifiers(tx: SystemTransaction): Promise<number> {
  const old = (await allFlows(tx)).filter(({ verifier }) => !isUnderFirstKey(verifier));
  for (const { id, verifier } of old) await saveVerifier(tx, id, written(verifier, { table: "OAuthFlows", column: "verifier", row: id }));
  return old.length;
}

async function rotateWebhooks(tx: SystemTransaction): Promise<number> {
  const old = (await allSealed(tx)).filter(({ secret, previousSecret, headers }) => ![secret, previousSecret, headers].every((value) => value === null || isUnderFirstKey(value)));
  for (const { id, secret, previousSecret, headers } of old) {
    const again = (value: string | null, column: "secret" | "headers") => value && written(value, placeOf(id, column));
    await saveSealed(tx, id, { secret: written(secret, placeOf(id, "secret")), previousSecret: again(previousSecret, "secret"), headers: again(headers, "headers") });
  }
  return old.length;
}

async function rotateAnswers(tx: SystemTransaction): Promise<number> {
  const old = (await allAnswers(tx)).filter(({ body }) => !isUnderFirstKey(body));
  for (const { id, body } of old) await saveBody(tx, id, written(body, placeOfAnswer(id)));
  return old.length;
}

function written(value: string, place: Place): string {
  return encrypt(decrypt(value, place), place);
}
