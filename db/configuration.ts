// The database settings of this process, read from the environment when first asked for.

/** A postgres:// address or the path of a SQLite file. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL || ".daybook/daybook.db";
}

/** Migrations may need a login of their own. */
export function migrationUrl(): string {
  return process.env.DATABASE_MIGRATION_URL || databaseUrl();
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

/** 2 to 10 connections in production, 5 at most in development; an idle one is closed after 10 seconds. */
export function poolSettings(): PoolSettings {
  const most = process.env.NODE_ENV === "production" ? 10 : 5;
  const asked = Number(process.env.DATABASE_POOL_MAX || most);
  if (!Number.isInteger(asked) || asked < 1) throw new Error(`DATABASE_POOL_MAX must be a whole number of connections, 2 to ${most}; it is "${process.env.DATABASE_POOL_MAX}".`);
  return { max: Math.max(2, Math.min(asked, most)), idleSeconds: 10, acquireSeconds: 30 };
}
