// Everything a worker does, whether it has a process of its own or lives in the app's.
import { perform } from "#lib/jobs/perform.ts";
import { work } from "#lib/jobs/work.ts";
import { keepErasing } from "#lib/organisations/erase.ts";
import { keepSynced } from "#lib/sync/keep-synced.ts";

/** Until the signal says stop. */
export async function keepWorking(mode: "separate" | "embedded", signal: AbortSignal): Promise<void> {
  await Promise.all([work({ mode, perform, signal }), keepErasing(signal), keepSynced(signal)]);
}
