// What the demo was asked for: npm run demo -- [--no-serve] [--books FILE …] [--data DIR], and PORT, SANDBOX_PORT, DATABASE_URL.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export type DemoOptions = { serve: boolean; books: string[]; data: string; port: number; sandboxPort: number; databaseUrl: string };

export function readOptions(args: string[]): DemoOptions {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { "no-serve": { type: "boolean" }, books: { type: "string", multiple: true }, data: { type: "string", default: ".daybook" } } });
  const [stray] = positionals;
  if (stray !== undefined && !values.books) throw new Error(`"${stray}" is not understood. Books are given as --books FILE.`);
  const data = resolve(values.data);
  return {
    serve: !values["no-serve"],
    // --books may be followed by several files.
    books: [...(values.books ?? []), ...positionals],
    data,
    port: portFrom("PORT", 3000),
    sandboxPort: portFrom("SANDBOX_PORT", 4010),
    databaseUrl: process.env.DATABASE_URL || join(data, "daybook.db"),
  };
}

function portFrom(variable: string, usual: number): number {
  const port = Number(process.env[variable] || usual);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`${variable} must be a port number from 1 to 65535; it is "${process.env[variable]}".`);
}
