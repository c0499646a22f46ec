// npm run restore -- FILE [--into URL]: makes a new database of a backup and verifies it. For SQLite it then takes the place of the one in use,
// which is kept beside it, unless --into names another file; for PostgreSQL --into names a new, empty database, and the settings point to it next.
import { parseArgs } from "node:util";
import { databaseUrl, fileOf } from "#db/configuration.ts";
import { refuseInUse, swapFile } from "#db/backups/swap-file.ts";
import { dialectOf } from "#db/dialect.ts";
import { type Restored, restoreBackup } from "#lib/backups/restore-backup.ts";
import { backupSettings, encryptionKeyNames } from "#lib/env.ts";
import { refuse } from "#lib/refusal.ts";
import { sayOrFail } from "./command-line.ts";

await sayOrFail(async () => {
  const { values, positionals } = parseArgs({ options: { into: { type: "string" } }, allowPositionals: true });
  const [path = refuse("malformed", "Say which file to restore: npm run restore -- FILE [--into URL].")] = positionals;
  const key = backupSettings().BACKUP_KEY;
  if (values.into) return told(await restoreBackup({ path, key, into: values.into }), nextSteps(values.into));
  if (dialectOf(databaseUrl()) === "postgres") refuse("malformed", "Give --into the address of a new, empty database: npm run restore -- FILE --into postgres://…. Nothing is restored over the one in use.");
  return told(...(await restoreInPlace(path, key, fileOf(databaseUrl()))));
});

async function restoreInPlace(path: string, key: Buffer | null, file: string): Promise<[Restored, string]> {
  refuseInUse(file);
  const beside = `${file}.restoring-${process.pid}`;
  const restored = await restoreBackup({ path, key, into: beside });
  const aside = swapFile(beside, file, new Date());
  return [restored, `It is now the database at ${file}${aside ? `; the one before is kept as ${aside}` : ""}. Start Daybook again.`];
}

function told({ manifest, migrated, auditRows, reports, packs }: Restored, next: string): string {
  const { takenAt, facts } = manifest;
  const missing = facts.sealedUnder.filter((name) => !encryptionKeyNames().includes(name));
  return [
    `Restored as of ${takenAt}: every row is there, debits equal credits in ${facts.ledgers.length} ledgers, ${auditRows} rows of the audit, ${reports} reports and ${packs} issued packs are as their hashes say.`,
    ...(migrated.length > 0 ? [`Brought up to this version: ${migrated.join(", ")}.`] : []),
    ...(missing.length > 0 ? [`Its secrets are sealed with the keys ${missing.join(", ")}, which ENCRYPTION_KEYS lacks. Put them there, or connect Xero again and give webhooks new secrets.`] : []),
    next,
  ].join("\n");
}

function nextSteps(into: string): string {
  if (dialectOf(into) === "sqlite") return `Set DATABASE_URL=${fileOf(into)} to use it.`;
  return "Set DATABASE_URL to the new database (and DATABASE_MIGRATION_URL, where it has an owner of its own), and start Daybook again.";
}
