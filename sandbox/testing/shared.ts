// Material that stands beside the project and is not part of it: tests that read it say so when it is not there.

import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..", "..", "shared");

export const REAL_BOOKS = join(ROOT, "finance", "real-books");
export const OPENAPI = join(ROOT, "xero", "openapi", "xero_accounting.yaml");

export function reasonToSkip(path: string): string {
  return existsSync(path) ? "" : " (skipped: the shared folder is not beside the project)";
}
