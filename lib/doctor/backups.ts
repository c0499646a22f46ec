import { ago, broken, type Finding, look, ok } from "#lib/doctor/finding.ts";
import { listBackups } from "#lib/backups/names.ts";
import { backupSettings } from "#lib/env.ts";

const hour = 60 * 60_000;

export async function examineBackups(now: Date): Promise<Finding[]> {
  const { BACKUP_DIR: folder, BACKUP_EVERY: hours, BACKUP_KEY: key } = backupSettings();
  if (!folder) return [look("backups", "No backups are taken by themselves. Set BACKUP_DIR to a folder on another disk.")];
  const [latest] = await listBackups(folder);
  if (!latest) return [broken("backups", `There is no backup in ${folder}. Start a worker, which takes one, or: npm run backup`)];
  const age = now.getTime() - latest.takenAt.getTime();
  const says = `The last backup is of ${ago(latest.takenAt, now)} (${latest.name})`;
  if (age > 2 * hours * hour) return [broken("backups", `${says}, though one is due every ${hours} hours. The worker's log says why; to take one now: npm run backup`)];
  const plain = key ? [] : [look("backups", "Backups are not encrypted. Where others can reach their disk, set BACKUP_KEY.")];
  return [ok("backups", `${says}.`), ...plain];
}
