// TLS to PostgreSQL is verified or it is not TLS: whatever sslmode an address asks for, the certificate and the name in it are checked.
// DATABASE_CA (or sslrootcert in the address) names the file of a private authority.
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { certificateFile } from "./configuration.ts";

type Tls = { ca?: string; rejectUnauthorized: true; host?: string };
export type Address = { url: string; ssl: Tls | false };

const unasked = [null, "disable", "false", "0"];

/** The address without its TLS settings, and what to give the driver in their place. */
export function addressOf(url: string): Address {
  const { base, query } = split(url);
  const [mode, root] = [query.get("sslmode") ?? query.get("ssl"), query.get("sslrootcert")];
  for (const setting of ["sslmode", "ssl", "sslrootcert"]) query.delete(setting);
  const rest = query.size > 0 ? `${base}?${query}` : base;
  if (unasked.includes(mode) && root === null) return { url: rest, ssl: false };
  return { url: rest, ssl: { rejectUnauthorized: true, ...authority(root), ...namedByNumber(base) } };
}

/** What a failed check is called; the driver hands Node's error on as it is. */
export function isUnverified(error: unknown): boolean {
  return error instanceof Error && "code" in error && /CERT|SIGNATURE|ISSUER/.test(String(error.code));
}

function split(url: string): { base: string; query: URLSearchParams } {
  const [base = "", query = ""] = url.split("?");
  return { base, query: new URLSearchParams(query) };
}

function authority(root: string | null): { ca?: string } {
  const file = certificateFile() ?? (root === "system" ? null : root);
  if (!file) return {};
  try {
    return { ca: readFileSync(file, "utf8") };
  } catch (cause) {
    throw new Error(`The certificate authority of the database cannot be read from ${file}. Check DATABASE_CA.`, { cause });
  }
}

/** TLS has no name to check when a host is a number, unless it is told. */
function namedByNumber(base: string): { host?: string } {
  const host = new URL(base).hostname.replace(/^\[|\]$/g, "");
  return isIP(host) ? { host } : {};
}
