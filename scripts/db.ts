// db:migrate, db:rollback [steps] and db:status.
import { migrationUrl } from "#db/configuration.ts";
import { migrate, migrationStatus, rollback } from "#db/migrate.ts";

const [command = "status", count = "1"] = process.argv.slice(2);

try {
  for (const line of await linesOf(migrationUrl())) process.stdout.write(`${line}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function linesOf(url: string): Promise<string[]> {
  if (command === "migrate") return [named("Applied", await migrate(url), "The database is up to date.")];
  if (command === "rollback") return [named("Taken back", await rollback(url, Number(count)), "There is nothing to take back.")];
  return (await migrationStatus(url)).map(({ tag, applied }) => `${applied ? "applied" : "missing"}  ${tag}`);
}

function named(what: string, tags: readonly string[], none: string): string {
  return tags.length === 0 ? none : `${what}: ${tags.join(", ")}`;
}
