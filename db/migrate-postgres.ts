import postgres from "postgres";
import type { Migratable } from "./migratable.ts";
import { addressOf } from "./tls.ts";

/** Any number will do, as long as every runner takes the same one. */
const lock = 72_739_001;

export function openPostgresForMigration(url: string): Migratable {
  const client = connect(url);
  return {
    async alone(work) {
      const { result } = await client.begin(async (connection) => {
        await connection`select pg_advisory_xact_lock(${lock})`;
        return { result: await work(async (statement) => [...(await connection.unsafe(statement))]) };
      });
      return result;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

/** The record of what is applied, asked for without a lock and without a right to change anything. */
export async function recordOnPostgres(url: string, table: string): Promise<Record<string, unknown>[]> {
  const client = connect(url);
  try {
    const [there] = await client`select to_regclass(${table}) is not null as exists`;
    return there?.exists ? [...(await client.unsafe(`select "tag" from ${table}`))] : [];
  } finally {
    await client.end({ timeout: 1 });
  }
}

function connect(url: string): postgres.Sql {
  const address = addressOf(url);
  return postgres(address.url, { ssl: address.ssl, max: 1, connect_timeout: 10, onnotice: () => {} });
}
