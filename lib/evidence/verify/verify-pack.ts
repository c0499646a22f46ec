// A pack checked from its bytes alone. Everything is looked at before it is refused, so that who reads the refusal sees how far it goes.
import { canonicalJson, contentHash } from "#lib/canonical.ts";
import { contentsOf, hashOf, manifestOf } from "#lib/evidence/contents.ts";
import { type OpenedPack, openPack } from "#lib/evidence/open-pack.ts";
import type { Evidence, Manifest } from "#lib/evidence/pack.ts";
import { fingerprint } from "#lib/evidence/signing.ts";
import { auditFaults } from "#lib/evidence/verify/audit.ts";
import { type CellVerdict, verifyCells } from "#lib/evidence/verify/cells.ts";
import { balanceFaults, entryFaults } from "#lib/evidence/verify/entries.ts";
import { layoutFaults } from "#lib/evidence/verify/layout.ts";
import { adderOf } from "#lib/evidence/verify/ledger.ts";
import { refuse } from "#lib/refusal.ts";

/** What somebody knows from elsewhere: the report's hash, and the fingerprint of the key that it was to be signed with. */
export type Known = { hash?: string | undefined; key?: string | undefined };
/** `audit` is the row of the report's making as `sequence:hash`, null where the pack does not carry it. */
export type VerifiedPack = Omit<CellVerdict, "faults"> & { name: string; organisation: string; contentHash: string; entries: number; lines: number; fingerprint: string; audit: string | null };

const mostFaults = 20;

/** Refusal "conflict" with a sentence for each fault, twenty at most. */
export function verifyPack(bytes: Uint8Array, known: Known = {}): VerifiedPack {
  const pack = openPack(bytes);
  const { evidence, manifest, signature } = pack;
  const add = adderOf(evidence);
  const cells = verifyCells(evidence.report.data, add);
  const faults = [
    ...knownFaults(pack, known),
    ...reportFaults(evidence, manifest),
    ...entryFaults(evidence, manifest),
    ...balanceFaults(evidence, manifest, add),
    ...cells.faults,
    ...layoutFaults(evidence, add),
    ...auditFaults(evidence),
    ...tableFaults(pack),
  ];
  if (faults.length > 0) return refuse("conflict", refusalOf(faults));
  const { name, contentHash: hash } = evidence.report;
  const made = evidence.audit.rows.at(-1);
  return { name, organisation: evidence.organisation.name, contentHash: hash, cells: cells.cells, told: cells.told, entries: manifest.ledger.entries, lines: manifest.ledger.lines, fingerprint: fingerprint(signature.publicKey), audit: made ? `${made.sequence}:${made.hash}` : null };
}

function knownFaults({ evidence, signature }: OpenedPack, { hash, key }: Known): string[] {
  return [
    ...(hash === undefined || hash === evidence.report.contentHash ? [] : [`This is another report than you expect: its hash is ${evidence.report.contentHash}.`]),
    ...(key === undefined || key === fingerprint(signature.publicKey) ? [] : [`The pack was signed by somebody else than you expect: the key is ${fingerprint(signature.publicKey)}.`]),
  ];
}

function reportFaults({ report, organisation }: Evidence, manifest: Manifest): string[] {
  const { data, contentHash: hash, tenantId, type } = report;
  return [
    ...(contentHash(data) === hash ? [] : ["The report was changed after it was stored: its content is not what its hash says."]),
    ...(manifest.report.contentHash === hash && manifest.report.id === report.id ? [] : ["The manifest is of another report."]),
    ...(data.tenant.id === tenantId && organisation.id === tenantId && data.currency === organisation.currency && data.type === type ? [] : ["The report is of another organisation, or of another type, than the pack says."]),
  ];
}

/** The manifest's counts, the tables of the AICPA and the words for people say what the rest says: they are written again and compared. */
function tableFaults({ files, evidence, manifest }: OpenedPack): string[] {
  const contents = contentsOf(evidence);
  const names = new Set([...contents.keys(), ...manifest.files.map(({ name }) => name)]);
  const differing = [...names].filter((name) => {
    const [own, written] = [files.get(name), contents.get(name)];
    return !own || !written || hashOf(own) !== hashOf(written);
  });
  const counts = canonicalJson(manifestOf(contents, evidence)) === canonicalJson(manifest) || differing.length > 0 ? [] : ["The manifest does not count what the pack holds."];
  return [...differing.map((name) => `${name} does not say what the report and the entries of the pack say.`), ...counts];
}

function refusalOf(faults: readonly string[]): string {
  const more = faults.length > mostFaults ? [`… and ${faults.length - mostFaults} more.`] : [];
  return ["This pack does not prove its report.", ...faults.slice(0, mostFaults), ...more].join("\n");
}
