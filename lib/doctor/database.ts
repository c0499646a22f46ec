import { diagnose } from "#db/diagnosis.ts";
import { checkDatabase, missingMigrations } from "#db/ready.ts";
import { broken, type Finding, look, ok } from "#lib/doctor/finding.ts";

/** Leases last thirty seconds, and tokens and sign-ins are judged by the clock. */
const mostAhead = 5_000;

/** Throws a sentence when the database cannot be reached or may not be used. */
export async function examineDatabase(): Promise<Finding[]> {
  const diagnosis = await diagnose();
  if (!diagnosis) return [look("migrations", "There is no database yet. npm start makes it.")];
  const { name, bytes, fault, aheadMs } = diagnosis;
  if (fault !== null) return [broken("database", `${name} is damaged: ${fault}. Stop Daybook, keep the file, and restore the last backup: npm run restore -- FILE`)];
  const whole = ok("database", `${name} answers and is whole (${(bytes / 1e6).toFixed(1)} MB).`);
  const missing = await missingMigrations();
  if (missing.length > 0) return [whole, ...clock(aheadMs), broken("migrations", `The database lacks ${missing.join(", ")}. Take a backup, then: npm run db:migrate`)];
  await checkDatabase();
  return [whole, ...clock(aheadMs)];
}

function clock(aheadMs: number | null): Finding[] {
  if (aheadMs === null) return [];
  const seconds = Math.abs(aheadMs / 1000).toFixed(1);
  if (Math.abs(aheadMs) <= mostAhead) return [ok("clock", `The clocks of this machine and of the database are ${seconds} seconds apart.`)];
  return [broken("clock", `The database's clock is ${seconds} seconds ${aheadMs > 0 ? "before" : "behind"} this machine's. Let both follow a time server (timedatectl set-ntp true), or leases and sign-ins end at the wrong time.`)];
}
