// The figures that a Prometheus keeps watch over, counted anew at each scrape. They say how many and how old, never whose: no organisation, person
// or document is named.
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { databaseUrl } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { readMany } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { listBackups } from "#lib/backups/names.ts";
import { sameText } from "#lib/crypto.ts";
import { backupSettings, env, loopbackOf } from "#lib/env.ts";
import { asJob, jobsByOutcome, lastBeat, lastCompleteSyncs } from "#lib/jobs/queries.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { version } from "#lib/version.ts";

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Of this process: memory, processor, event loop. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess, prefix: "daybook_" });

/** With a token whoever has it; without one whoever is on this machine, where the app listens to nobody else. */
export function mayReadMetrics(authorization: string | null): boolean {
  const { METRICS_TOKEN, APP_URL } = env();
  if (METRICS_TOKEN === "") return loopbackOf(APP_URL) !== undefined;
  return sameText(authorization ?? "", `Bearer ${METRICS_TOKEN}`);
}

export async function metrics(now = new Date()): Promise<string> {
  const registry = new Registry();
  gauge(registry, "build_info", "The version that runs.", [{ labels: { version, database: dialectOf(databaseUrl()) }, value: 1 }]);
  await countJobs(registry, now);
  await countOrganisations(registry, now);
  await dateBackups(registry, now);
  return `${await registry.metrics()}\n${await ofProcess.metrics()}`;
}

async function countJobs(registry: Registry, now: Date): Promise<void> {
  const { jobs, beat } = await systemRead(async (q) => ({ jobs: await jobsByOutcome(q), beat: await lastBeat(q) }));
  gauge(registry, "jobs", "Jobs that are kept, by type and status.", jobs.map(({ type, status, jobs: value }) => ({ labels: { type, status }, value })));
  if (beat) gauge(registry, "worker_silent_seconds", "Since the last sign of life of any worker.", [{ value: secondsSince(beat.lastBeatAt, now) }]);
}

const ages = [1, 24, 168];

async function countOrganisations(registry: Registry, now: Date): Promise<void> {
  const organisations = await everyOrganisation();
  const synced = organisations.length === 0 ? [] : (await readMany(organisations.map(({ id }) => ({ tenantId: id })), lastCompleteSyncs)).map(asJob);
  const within = (hours: number) => synced.filter(({ finishedAt }) => finishedAt !== null && secondsSince(new Date(finishedAt), now) <= hours * 3600).length;
  gauge(registry, "organisations", "Organisations that are kept.", [{ value: organisations.length }]);
  gauge(registry, "organisations_synced", "Organisations whose last complete sync is no older.", ages.map((hours) => ({ labels: { within_hours: String(hours) }, value: within(hours) })));
  gauge(registry, "organisations_tied", "Organisations whose last complete sync tied to Xero's trial balance.", [{ value: synced.filter(({ result }) => result?.tieOut?.ties).length }]);
}

async function dateBackups(registry: Registry, now: Date): Promise<void> {
  const { BACKUP_DIR } = backupSettings();
  const [latest] = BACKUP_DIR ? await listBackups(BACKUP_DIR) : [];
  if (latest) gauge(registry, "backup_age_seconds", "Since the last backup was taken.", [{ value: secondsSince(latest.takenAt, now) }]);
}

/** Without values it is left out: a zero would be one. */
function gauge(registry: Registry, name: string, help: string, values: readonly { labels?: Record<string, string>; value: number }[]): void {
  if (values.length === 0) return;
  const labelNames = Object.keys(values[0]?.labels ?? {});
  const made = new Gauge({ name: `daybook_${name}`, help, labelNames, registers: [registry] });
  for (const { labels = {}, value } of values) made.set(labels, value);
}

function secondsSince(then: Date, now: Date): number {
  return Math.max(0, (now.getTime() - then.getTime()) / 1000);
}
