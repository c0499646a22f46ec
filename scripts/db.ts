// db:migrate, db:rollback [steps] and db:status.
import { migrationUrl } from "#db/configuration.ts";
import { migrationStatus, rollback } from "#db/migrate.ts";
import { upgrade } from "./upgrade.ts";

const [command = "status", count = "1"] = process.argv.slice(2);

try {
  for (const line of await linesOf(migrationUrl())) say(line);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function linesOf(url: string): Promise<string[]> {
  if (command === "migrate") return [named("Applied", await upgrade(say), "The database is up to date.")];
  if (command === "rollback") return [named("Taken back", await rollback(url, Number(count)), "There is nothing to take back.")];
  return (await migrationStatus(url)).map(({ tag, applied }) => `${applied ? "applied" : "missing"}  ${tag}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function named(what: string, tags: readonly string[], none: string): string {
  return tags.length === 0 ? none : `${what}: ${tags.join(", ")}`;
}
