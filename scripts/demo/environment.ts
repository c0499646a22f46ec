// The environment of the demo: the real product's variables, pointed at the stand-in. Secrets are made once and kept beside the database.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { settingsAt } from "#lib/xero/settings-at.ts";
import type { DemoOptions } from "./options.ts";
import { readPrivately, writePrivately } from "./private-file.ts";

const secrets = z.object({ NEXTAUTH_SECRET: z.string(), ENCRYPTION_KEYS: z.string() });

export function demoEnvironment({ data, port, sandboxPort, databaseUrl }: DemoOptions): Record<string, string> {
  return {
    ...demoSecrets(join(data, "secrets.json")),
    APP_URL: `http://localhost:${port}`,
    NEXTAUTH_URL: `http://localhost:${port}`,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    // Whoever gives another login for migrations gives the database as well; alone it would be of another one.
    DATABASE_MIGRATION_URL: (process.env.DATABASE_URL && process.env.DATABASE_MIGRATION_URL) || "",
    WORKER: "separate",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    XERO_CLIENT_ID: "demo",
    XERO_CLIENT_SECRET: "demo",
    // The stand-in is started with it too, so that each start may have its own.
    XERO_WEBHOOK_KEY: randomBytes(32).toString("base64"),
    ...settingsAt(`http://localhost:${sandboxPort}`),
  };
}

function demoSecrets(path: string): z.output<typeof secrets> {
  const known = secrets.safeParse(readPrivately(path));
  if (known.success) return known.data;
  const made = { NEXTAUTH_SECRET: randomBytes(32).toString("base64"), ENCRYPTION_KEYS: `demo:${randomBytes(32).toString("base64")}` };
  writePrivately(path, made);
  return made;
}
