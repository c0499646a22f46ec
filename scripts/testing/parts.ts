// CI runs the tests in two parts. The short one, `npm test`, is for whoever has changed something: types, lint, every rule by itself on both databases, the
// books by hand-worked figures, and the main job in a browser. The rest, `npm run test:rest`, is what takes minutes to prove and seldom breaks: databases that
// go away and their certificates, workers that are killed, clients that are synced whole, the demo as a newcomer starts it, the pages of administration, lists
// of clients and documents. Whoever runs a file by its name gets it either way.

/** Set by the runner of each part; without it nothing is left out. */
export const part = process.env.TEST_PART;

export const restOfUnitTests = [
  "db/engine.test.ts",
  "db/tls.test.ts",
  "lib/backups/backups.test.ts",
  "lib/openapi/bad-input.test.ts",
  "lib/organisations/remove-organisation.test.ts",
  "lib/xero/limiter.test.ts",
  "sandbox/main.test.ts",
  "scripts/demo.test.ts",
  ...["backup-during-sync", "changes", "clients", "crash", "dashboard", "edits-between-pages", "killed-senders", "planted-faults", "second-engine", "xero-node"].map((name) => `worker/${name}.test.ts`),
];

export const restOfBrowserTests = [
  "api-keys",
  "custom-reports",
  "design",
  "invitations",
  "month-end-packs",
  "people",
  "period",
  "portfolio",
  "tags-of-accounts",
  "transactions",
  "unruly-books",
  "watched-figures",
  "webhooks",
  "who-did-what",
  "who-owes-what",
  "wrong-addresses",
  "wrong-answers",
  "wrong-consent",
  "your-organisation-goes",
];

/** Whether this part runs it. */
export function isInPart(name: string, rest: readonly string[]): boolean {
  return part === undefined || rest.includes(name) === (part === "rest");
}
