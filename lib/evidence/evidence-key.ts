// The public key that evidence packs of this installation are signed with, for whoever has to hold a pack against it.
import { z } from "zod";
import { fingerprint, publicKey } from "#lib/evidence/signing.ts";
import { operation } from "#lib/operation.ts";
import { none } from "#lib/scope.ts";

const exampleKey = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

export const showEvidenceKey = operation({
  name: "evidence.key",
  describe: "The public key that evidence packs of this installation are signed with, and its fingerprint for npm run verify -- pack.zip --key.",
  needs: null,
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ algorithm: z.literal("Ed25519"), publicKey: z.string(), fingerprint: z.string() }),
  http: { method: "GET", path: "/evidence-key" },
  example: { input: {}, output: { algorithm: "Ed25519", publicKey: exampleKey, fingerprint: fingerprint(exampleKey) } },
  run: async () => {
    const key = publicKey();
    return { algorithm: "Ed25519" as const, publicKey: key, fingerprint: fingerprint(key) };
  },
});
