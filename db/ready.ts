// May this process start on this database? It must be migrated, and on PostgreSQL the login must be one that row-level security binds.
import postgres from "postgres";
import { checkDatabaseSettings, databaseUrl } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import { migrationStatus } from "./migrate.ts";
import { addressOf, isUnverified } from "./tls.ts";
import { reached } from "./unreachable.ts";

/** Throws a sentence when it may not. */
export async function checkDatabase(): Promise<void> {
  checkDatabaseSettings();
  const missing = await missingMigrations().catch(inWords);
  if (missing.length > 0) throw new Error(`The database lacks ${missing.length} migrations (${missing.join(", ")}). Run: npm run db:migrate`);
  const url = databaseUrl();
  if (dialectOf(url) === "sqlite") return;
  await refusePowerfulLogin(url);
}

export async function missingMigrations(): Promise<string[]> {
  return (await migrationStatus(databaseUrl())).filter(({ applied }) => !applied).map(({ tag }) => tag);
}

/** Superusers, logins with BYPASSRLS and owners without FORCE are not bound by policies; the app must not run as one of them. */
async function refusePowerfulLogin(url: string): Promise<void> {
  const address = addressOf(url);
  const client = postgres(address.url, { ssl: address.ssl, max: 1, connect_timeout: 10, connection: { role: "daybook_app" }, onnotice: () => {} });
  try {
    const [login] = await client<{ name: string; powerful: boolean; owns: boolean }[]>`
      select current_user as name,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as powerful,
        exists (select from pg_tables where tablename = 'Transactions' and tableowner = current_user) as owns`.catch(inWords);
    if (login?.powerful || login?.owns) {
      throw new Error(`PostgreSQL's role "${login.name}" is not bound by row-level security, so Daybook does not start as it. Run npm run db:migrate, which makes the role daybook_app, and use a login that is a member of it.`);
    }
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** insufficient_privilege: the login may not act as the role. */
const notAMember = "42501";

function inWords(error: unknown): never {
  if (isUnverified(error)) {
    throw new Error("PostgreSQL's certificate could not be verified, so nothing was sent to it. Set DATABASE_CA to the file of the authority that signed it, and use the host name that the certificate names.", { cause: error });
  }
  if (error instanceof Error && "code" in error && error.code === notAMember) {
    throw new Error("The login of DATABASE_URL may not act as the role daybook_app. As the database's owner, run: grant daybook_app to <that login>", { cause: error });
  }
  throw reached(error, databaseUrl());
}
