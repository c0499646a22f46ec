// Tokens are signed with a key made at start, so that a client may check them against the published key set.

import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";

export type Signer = { readonly sign: (claims: Readonly<Record<string, unknown>>) => string; readonly keySet: () => string };

const KEY_ID = "stand-in-1";

export function makeSigner(): Signer {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey).export({ format: "jwk" });
  return {
    sign: (claims) => {
      const unsigned = `${encode({ alg: "RS256", typ: "JWT", kid: KEY_ID })}.${encode(claims)}`;
      return `${unsigned}.${sign("RSA-SHA256", Buffer.from(unsigned), privateKey).toString("base64url")}`;
    },
    keySet: () => JSON.stringify({ keys: [{ ...publicKey, kid: KEY_ID, use: "sig", alg: "RS256" }] }),
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
