import postgres from "postgres";
import { addressOf } from "../tls.ts";

/** One connection that writes days and instants in one way and is not cut off while it waits for a disk. */
export function connectForBackup(url: string, role?: "daybook_app"): postgres.Sql {
  const address = addressOf(url);
  const connection = { TimeZone: "UTC", DateStyle: "ISO, MDY", statement_timeout: 0, idle_in_transaction_session_timeout: 0, ...(role ? { role } : {}) };
  return postgres(address.url, { ssl: address.ssl, max: 1, connect_timeout: 10, connection, onnotice: () => {} });
}
