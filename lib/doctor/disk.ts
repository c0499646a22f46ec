import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { databaseUrl, fileOf } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { broken, type Finding, look, ok } from "#lib/doctor/finding.ts";
import { backupSettings } from "#lib/env.ts";

/** Below this a page of a sync may not fit any more. */
const least = 200e6;

/** The disks of the database's file and of the backups; a server's own disk cannot be seen from here. */
export async function examineDisk(): Promise<Finding[]> {
  const file = dialectOf(databaseUrl()) === "sqlite" ? fileOf(databaseUrl()) : null;
  const size = file && existsSync(file) ? (await stat(file)).size : 0;
  const { BACKUP_DIR } = backupSettings();
  const places = [...(file ? [["the database", dirname(file)] as const] : []), ...(BACKUP_DIR ? [["the backups", BACKUP_DIR] as const] : [])];
  return Promise.all(places.map(([whose, folder]) => spaceIn(whose, folder, size)));
}

async function spaceIn(whose: string, folder: string, size: number): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearest(resolve(folder)));
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB are free on the disk of ${whose} (${folder})`;
  if (free < least) return broken("disk", `Only ${says}. Make room: what is written when a disk is full is lost.`);
  // A backup copies the file once before it is packed.
  if (free < 2 * size) return look("disk", `${says}, less than twice the database. Make room, or backups and migrations will not fit.`);
  return ok("disk", `${says}.`);
}

/** The folder itself, or the first above it that exists. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
