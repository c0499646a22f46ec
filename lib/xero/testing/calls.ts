// A process of its own for the test of the limiter: makes calls for one organisation until it would have to wait, and says how many.
import { closeDatabase } from "#db/doors.ts";
import { systemTransaction } from "#db/system.ts";
import { withinLimits } from "#lib/xero/limiter.ts";
import { recordCall } from "#lib/xero/queries.ts";

const [tenantId = ""] = process.argv.slice(2);
const stop = new AbortController();
let made = 0;

async function call(): Promise<void> {
  made += 1;
  await systemTransaction((tx) => recordCall(tx, { tenantId, jobId: null, method: "GET", path: "Invoices", status: 200, durationMs: 1, bytes: 0 }));
}

while (!stop.signal.aborted) {
  await withinLimits(tenantId, call, { onWait: () => stop.abort(), signal: stop.signal }).catch(() => undefined);
}
await closeDatabase();
process.send?.(made, () => process.disconnect());
