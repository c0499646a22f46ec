// The way from one version to the next: where BACKUP_DIR is set, a database that holds something is backed up before it is migrated, as the old
// version left it.
import { databaseUrl, migrationUrl } from "#db/configuration.ts";
import { migrate, migrationStatus } from "#db/migrate.ts";
import { takeBackup } from "#lib/backups/take-backup.ts";
import { backupSettings } from "#lib/env.ts";

/** The tags of what was applied. When the backup cannot be taken, nothing is migrated. */
export async function upgrade(say: (line: string) => void): Promise<string[]> {
  const { BACKUP_DIR, BACKUP_KEY } = backupSettings();
  const status = await migrationStatus(migrationUrl());
  const isBehind = status.some(({ applied }) => applied) && status.some(({ applied }) => !applied);
  if (BACKUP_DIR && isBehind) {
    const { path } = await takeBackup({ url: databaseUrl(), folder: BACKUP_DIR, key: BACKUP_KEY });
    say(`Backed up before migrating: ${path}`);
  }
  return migrate(migrationUrl());
}
