// What a person types at a prompt ends in a sentence: what was done on the standard output, what was refused on the error output with
// exit code 1.
import { closeDatabase } from "#db/doors.ts";
import { checkDatabase } from "#db/ready.ts";

export async function onCommandLine(work: () => Promise<string>): Promise<void> {
  try {
    await checkDatabase();
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}
