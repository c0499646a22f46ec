// The worker of the test that kills senders: the product's own, on a timetable of thousandths and with a short lease.
import { work } from "#lib/jobs/work.ts";
import { stopSignal } from "#lib/parent.ts";
import { sendWebhook } from "#lib/webhooks/send-webhook.ts";
import { timetable } from "#lib/webhooks/timetable.ts";

const waits = timetable.map((seconds) => seconds / 1_000);

await work({ mode: "separate", perform: sendWebhook({ waits }), signal: stopSignal(), slots: 0, leaseSeconds: 1 });
