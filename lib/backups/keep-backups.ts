// A worker takes a backup whenever the latest in the folder has become old, and keeps as many as it was told to. The folder is the schedule: what is
// in it says when the next is due, also after a restart, and two workers on one folder cannot both begin the one that comes after it.
import { rm, stat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { databaseUrl } from "#db/configuration.ts";
import { listBackups } from "#lib/backups/names.ts";
import { type Taken, takeBackup } from "#lib/backups/take-backup.ts";
import { backupSettings } from "#lib/env.ts";
import { logger } from "#lib/log.ts";

type Keeping = { url: string; folder: string; key: Buffer | null; everyHours: number; keep: number };

const hour = 60 * 60_000;
const lookEvery = 10 * 60_000;

/** Until the signal says stop; nothing at all where no folder is named. */
export async function keepBackups(signal: AbortSignal): Promise<void> {
  const { BACKUP_DIR: folder, BACKUP_KEY: key, BACKUP_EVERY: everyHours, BACKUP_KEEP: keep } = backupSettings();
  while (folder && !signal.aborted) {
    await backUpIfDue({ url: databaseUrl(), folder, key, everyHours, keep }, new Date()).then(
      (taken) => taken && logger.info({ path: taken.path, bytes: taken.bytes }, "A backup was taken."),
      (error: unknown) => logger.error({ err: error }, "A backup could not be taken; it is tried again in ten minutes."),
    );
    await delay(lookEvery, undefined, { signal }).catch(() => undefined);
  }
}

/** Undefined when none is due, or another worker is at it. */
export async function backUpIfDue({ url, folder, key, everyHours, keep }: Keeping, now: Date): Promise<Taken | undefined> {
  const [latest] = await listBackups(folder);
  if (latest && now.getTime() - latest.takenAt.getTime() < everyHours * hour) return undefined;
  await clearAbandoned(folder, now);
  try {
    const taken = await takeBackup({ url, folder, key, now, unfinished: `.after-${latest?.name ?? "nothing"}.part` });
    await forgetAllBut(folder, keep);
    return taken;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  }
}

async function forgetAllBut(folder: string, keep: number): Promise<void> {
  for (const { name } of (await listBackups(folder)).slice(keep)) await rm(join(folder, name), { force: true });
}

/** What a killed worker left, an hour after it was last written to. */
async function clearAbandoned(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => /^\..*\.part(\.db(-\w+)?)?$/.test(one))) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > hour) await rm(join(folder, name), { force: true });
  }
}
