// The database settings of this process, read from the environment when first asked for.

/** A postgres:// address or the path of a SQLite file. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL || ".daybook/daybook.db";
}

/** Migrations may need a login of their own. */
export function migrationUrl(): string {
  checkDatabaseSettings();
  return process.env.DATABASE_MIGRATION_URL || databaseUrl();
}

/** Where an address came from: one of the settings, or the command line of a restore. */
export function variableOf(url: string): "DATABASE_URL" | "DATABASE_MIGRATION_URL" | "--into" {
  if (url === databaseUrl()) return "DATABASE_URL";
  return url === process.env.DATABASE_MIGRATION_URL ? "DATABASE_MIGRATION_URL" : "--into";
}

/** The file of the authority that vouches for PostgreSQL's certificate, where no public one does. */
export function certificateFile(): string | undefined {
  return process.env.DATABASE_CA || undefined;
}

/** The file of a SQLite address: a bare path or file:path. */
export function fileOf(url: string): string {
  return url.replace(/^file:(\/\/)?/, "");
}

export type PoolSettings = { max: number; idleSeconds: number; acquireSeconds: number };

/** 2 to 10 connections; where NODE_ENV is not production, 5 at most are used of those asked for. An idle one is closed after 10 seconds. */
export function poolSettings(): PoolSettings {
  const asked = Number(process.env.DATABASE_POOL_MAX || 10);
  if (!Number.isInteger(asked) || asked < 2 || asked > 10) throw new Error(`DATABASE_POOL_MAX must be a whole number of connections, 2 to 10; it is "${process.env.DATABASE_POOL_MAX}".`);
  return { max: process.env.NODE_ENV === "production" ? asked : Math.min(asked, 5), idleSeconds: 10, acquireSeconds: 30 };
}

/** A wrong setting must not become a new, empty database. Throws a sentence that names the variable and keeps what it says to itself. */
export function checkDatabaseSettings(): void {
  for (const variable of ["DATABASE_URL", "DATABASE_MIGRATION_URL"]) refuseUnknownScheme(variable, process.env[variable] ?? "");
  poolSettings();
}

/** One letter and a colon is a drive. */
function refuseUnknownScheme(variable: string, address: string): void {
  const [, scheme] = /^([a-z][a-z0-9+.-]+):/i.exec(address) ?? [];
  if (scheme === undefined || scheme === "file" || /^postgres(ql)?:\/\//.test(address)) return;
  throw new Error(`${variable} begins with "${scheme}:", which Daybook does not know. Give postgres://user:password@host/database, or the path of a file for SQLite.`);
}
