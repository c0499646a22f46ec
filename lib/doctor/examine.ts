// Is everything in order on this machine? One line for each thing that can go wrong, with what to do about it. Only looks, and looks on: what
// cannot be asked because something before it is broken is left out.
import { examineBackups } from "#lib/doctor/backups.ts";
import { examineBooks } from "#lib/doctor/books.ts";
import { examineConfiguration } from "#lib/doctor/configuration.ts";
import { examineDatabase } from "#lib/doctor/database.ts";
import { examineDisk } from "#lib/doctor/disk.ts";
import { type Finding, broken, sentenceOf } from "#lib/doctor/finding.ts";
import { examineMail } from "#lib/doctor/mail.ts";
import { examineSecrets } from "#lib/doctor/secrets.ts";
import { examineWork } from "#lib/doctor/work.ts";

type Examination = [about: string, look: (now: Date) => Promise<Finding[]>];

const first: Examination[] = [
  ["configuration", examineConfiguration],
  ["database", examineDatabase],
  ["disk", examineDisk],
  ["backups", examineBackups],
  ["e-mail", examineMail],
];
/** These ask the database, through the doors. */
const then: Examination[] = [
  ["secrets", examineSecrets],
  ["worker", examineWork],
  ["books", examineBooks],
];

export async function examine(now = new Date()): Promise<Finding[]> {
  const found = await all(first, now);
  const isOpen = !found.some(({ about, state }) => state === "broken" && ["configuration", "database"].includes(about)) && !found.some(({ about }) => about === "migrations");
  return isOpen ? [...found, ...(await all(then, now))] : found;
}

async function all(examinations: readonly Examination[], now: Date): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [about, look] of examinations) found.push(...(await look(now).catch((error: unknown) => [broken(about, sentenceOf(error))])));
  return found;
}

/** One line a finding: ok · database · … */
export function findingLine({ about, state, says }: Finding): string {
  return `${state.padEnd(6)}  ${about.padEnd(13)}  ${says}`;
}
