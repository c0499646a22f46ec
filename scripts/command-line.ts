// What a person types at a prompt ends in a sentence: what was done on the standard output, what was refused on the error output with
// exit code 1.
import { closeDatabase } from "#db/doors.ts";
import { checkDatabase } from "#db/ready.ts";

/** For what needs the database of the settings, migrated. */
export function onCommandLine(work: () => Promise<string>): Promise<void> {
  return sayOrFail(async () => {
    await checkDatabase();
    return work();
  });
}

export async function sayOrFail(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}
