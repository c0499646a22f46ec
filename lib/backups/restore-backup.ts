// A backup becomes a database again: the file is checked to its last byte before anything is made, the rows go into a database that did not
// exist, and what has come of it is held against what the manifest says was there. Only a database that passes is handed on.
import { rm } from "node:fs/promises";
import { fileOf } from "#db/configuration.ts";
import { bringUpToDate, fillDatabase, type Piece, refuseTaken, whyNotOurs } from "#db/backups/restore.ts";
import { dialectOf } from "#db/dialect.ts";
import { atDatabase } from "#db/elsewhere.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { checkBackup, contentOf } from "#lib/backups/check-backup.ts";
import { differenceIn } from "#lib/backups/difference.ts";
import { readContainer } from "#lib/backups/container.ts";
import { type Manifest, manifestName } from "#lib/backups/manifest.ts";
import { refuse } from "#lib/refusal.ts";
import { verifyPacks } from "#lib/packs/verify-packs.ts";
import { verifyReports } from "#lib/reports/verify-reports.ts";

type Wanted = { path: string; key: Buffer | null; into: string };
export type Restored = { manifest: Manifest; migrated: string[]; auditRows: number; reports: number; packs: number };

/** Refusal, or an Error of the database, with a sentence; a file that was made for it is gone then, and nothing else was changed. */
export async function restoreBackup({ path, key, into }: Wanted): Promise<Restored> {
  const manifest = await checkBackup(path, key);
  refuseForeign(manifest, into);
  await refuseTaken(into);
  try {
    await fillAndCompare(manifest, into, piecesOf(path, key));
    const migrated = await bringUpToDate(into);
    return { manifest, migrated, ...(await atDatabase(into, verifyBooks)) };
  } catch (error) {
    if (dialectOf(into) === "sqlite") await removeFile(fileOf(into));
    throw error;
  }
}

function refuseForeign({ dialect, migrations, product }: Manifest, into: string): void {
  const [kept, wanted] = [dialect, dialectOf(into)].map((one) => (one === "postgres" ? "PostgreSQL" : "SQLite"));
  if (kept !== wanted) refuse("conflict", `The backup is of ${kept}, and the database to restore into is ${wanted}. Give --into a database of the same kind.`);
  const reason = whyNotOurs(into, migrations);
  if (reason) refuse("conflict", `${reason} (${product}). Restore it with that version; nothing was restored.`);
}

async function* piecesOf(path: string, key: Buffer | null): AsyncGenerator<Piece> {
  for await (const { name, bytes } of readContainer(path, key)) if (name !== manifestName) yield { name: contentOf(name), bytes };
}

async function fillAndCompare({ migrations, contents, facts }: Manifest, into: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const columns = new Map(contents.map(({ name, columns: named }) => [name, named]));
  const found = await fillDatabase(into, { migrations, columns }, pieces);
  const difference = differenceIn(facts, found);
  if (difference) refuse("conflict", `What was restored is not what was backed up: ${difference}. It is not used; take another backup.`);
}

/** By the functions of the house itself, as it will be used. */
async function verifyBooks(): Promise<{ auditRows: number; reports: number; packs: number }> {
  const { rows } = await verifyAudit();
  return { auditRows: rows, reports: await verifyReports(), packs: await verifyPacks() };
}

async function removeFile(file: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(file + ending, { force: true });
}
