// Who does the work of a job, by its type.
import type { JobType } from "#db/vocabulary.ts";
import { mailAlert } from "#lib/alerts/mail-alert.ts";
import type { Perform } from "#lib/jobs/work.ts";
import { performJob } from "#lib/sync/perform-job.ts";
import { sendWebhook } from "#lib/webhooks/send-webhook.ts";

const performers: Record<JobType, Perform> = { sync: performJob(), webhook: sendWebhook(), mail: mailAlert };

export const perform: Perform = (job, signal) => performers[job.type](job, signal);
