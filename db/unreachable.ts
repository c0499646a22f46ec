// Why PostgreSQL cannot be reached or does not let us in, as a sentence for whoever starts Daybook: it names the variable and the host, never
// the password. Node's own error for a name with two addresses has no message at all.
import { variableOf } from "./configuration.ts";

const away = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "CONNECT_TIMEOUT", "CONNECTION_CLOSED"];
/** invalid_authorization_specification, invalid_password, invalid_catalog_name. */
const turnedAway = ["28000", "28P01", "3D000"];

/** The error to throw in place of this one, or the same when it is about something else. */
export function reached(error: unknown, url: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (away.includes(code)) return new Error(`${variableOf(url)}: PostgreSQL does not answer at ${placeOf(url)} (${code}). Start it, or correct the address.`, { cause: error });
  if (code === "ERR_INVALID_URL") return new Error(`${variableOf(url)} cannot be read as an address. Write signs such as @, / and # in a password as %40, %2F and %23.`);
  if (error instanceof Error && turnedAway.includes(code)) return new Error(`${variableOf(url)}: PostgreSQL at ${placeOf(url)} says: ${error.message}.`, { cause: error });
  return error;
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return "its address";
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || "5432"}`;
}
