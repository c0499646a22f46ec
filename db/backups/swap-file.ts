// A restored file takes the place of the one in use by two renames, the old one kept beside it. SQLite changes its way of journalling only for
// whoever has the file alone: that it does is how one knows that no app and no worker is at it.
import { existsSync, renameSync } from "node:fs";
import Database from "better-sqlite3";
import { isBusy } from "../errors.ts";

/** Gives the path under which the old file is kept; undefined when there was none. Throws a sentence when somebody has it open. */
export function swapFile(restored: string, file: string, now: Date): string | undefined {
  if (!existsSync(file)) {
    renameSync(restored, file);
    return undefined;
  }
  refuseInUse(file);
  const aside = `${file}.before-restore-${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  renameSync(file, aside);
  try {
    renameSync(restored, file);
  } catch (error) {
    renameSync(aside, file);
    throw error;
  }
  return aside;
}

/** Also folds what lies in the log beside the file into it, so that the file is all there is. */
export function refuseInUse(file: string): void {
  if (!existsSync(file)) return;
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma("journal_mode = DELETE");
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Error(`${file} is in use. Stop the app and its workers, and run the command again; nothing was changed.`, { cause: error });
  } finally {
    database.close();
  }
}
