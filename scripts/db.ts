// db:migrate, db:rollback [steps] and db:status.
import { migrationUrl } from "#db/configuration.ts";
import { migrate, migrationStatus, rollback } from "#db/migrate.ts";

const [command = "status", count = "1"] = process.argv.slice(2);
const url = migrationUrl();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (command === "migrate") {
  const applied = await migrate(url);
  say(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
} else if (command === "rollback") {
  const undone = await rollback(url, Number(count));
  say(undone.length === 0 ? "There is nothing to take back." : `Taken back: ${undone.join(", ")}`);
} else {
  for (const { tag, applied } of await migrationStatus(url)) say(`${applied ? "applied" : "missing"}  ${tag}`);
}
