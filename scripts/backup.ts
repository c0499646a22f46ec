// npm run backup [-- --to FOLDER] [--encrypt]: one file with everything the database holds, taken while Daybook runs. Where BACKUP_KEY is set it is
// encrypted; --encrypt insists that it is.
import { parseArgs } from "node:util";
import { databaseUrl } from "#db/configuration.ts";
import { takeBackup } from "#lib/backups/take-backup.ts";
import { backupSettings } from "#lib/env.ts";
import { refuse } from "#lib/refusal.ts";
import { sayOrFail } from "./command-line.ts";

await sayOrFail(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" }, encrypt: { type: "boolean", default: false } } });
  const { BACKUP_DIR, BACKUP_KEY } = backupSettings();
  if (values.encrypt && !BACKUP_KEY) refuse("conflict", "There is no key to encrypt with. Set BACKUP_KEY to the output of: openssl rand -base64 32. Keep it elsewhere as well.");
  const folder = values.to ?? (BACKUP_DIR || ".daybook/backups");
  const { path, bytes, manifest } = await takeBackup({ url: databaseUrl(), folder, key: BACKUP_KEY });
  const rows = Object.values(manifest.facts.rows).reduce((sum, count) => sum + count, 0);
  const { sealedUnder, reports } = manifest.facts;
  const secrets = sealedUnder.length === 0 ? "" : ` The secrets in it open with ENCRYPTION_KEYS ${sealedUnder.join(", ")}, which it does not hold: keep them elsewhere.`;
  const how = BACKUP_KEY ? "encrypted with BACKUP_KEY" : "not encrypted";
  return `Backed up and read back: ${path} (${megabytes(bytes)}, ${how}), ${rows} rows and ${reports.count} reports.${secrets}`;
});

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
