// For tests: a consent that reaches an organisation, with the scopes that somebody granted.
import { v7 as uuidv7 } from "uuid";
import { systemTransaction } from "#db/system.ts";
import { sealed } from "#lib/organisations/access-token.ts";
import { insertToken, saveConnection } from "#lib/organisations/queries.ts";
import type { TestBooks } from "#lib/reports/testing/queries.ts";

export async function connectForTest({ scope: { userId, tenantId } }: TestBooks, scopes: string): Promise<void> {
  const [id, xeroUserId] = [uuidv7(), uuidv7()];
  const tokens = { accessToken: "a", refreshToken: "r", expiresAt: new Date("2999-01-01"), scopes, xeroUserId, authEventId: null };
  await systemTransaction(async (tx) => {
    await insertToken(tx, { id, userId, xeroUserId, ...sealed(tokens, id) });
    await saveConnection(tx, { userId, tenantId, tokenId: id, connectionId: uuidv7() });
  });
}
