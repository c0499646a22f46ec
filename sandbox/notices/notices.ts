// The webhook of an application: where it wants to be told that something changed, and what came of telling it. As Xero does, the stand-in first asks
// whether the receiver knows its signature from another, tells nothing until it does, and tries again what was not taken with 200.

import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Json } from "../exact/json.ts";
import type { Change } from "./changes.ts";

export const webhook = z.object({ url: z.url({ protocol: /^https?$/ }), key: z.string().min(1) });
export type Webhook = z.output<typeof webhook>;

export type Notices = {
  readonly tell: (organisation: string, changes: readonly Change[]) => void;
  readonly setWebhook: (webhook: Webhook | undefined) => void;
  readonly shown: () => Json;
};

type Sent = { status: number; events: number };
type Held = { webhook: Webhook | undefined; validated: boolean; sequence: number; sent: Sent[]; queue: Promise<void> };

const PATIENCE_MS = 5_000;
const TRIES_AFTER_MS = [0, 1_000, 5_000, 30_000];
const CATEGORIES = { Invoices: "INVOICE", CreditNotes: "CREDITNOTE", Contacts: "CONTACT" } as const;

export function makeNotices(first: Webhook | undefined): Notices {
  let held = start(first);
  return {
    tell: (organisation, changes) => {
      const mine = held;
      if (mine.webhook && changes.length > 0) mine.queue = mine.queue.then(() => deliver(mine, organisation, changes));
    },
    setWebhook: (next) => {
      held = start(next);
    },
    shown: () => ({ url: held.webhook?.url ?? null, validated: held.validated, sent: held.sent.map(({ status, events }) => ({ status, events })) }),
  };
}

function start(webhook: Webhook | undefined): Held {
  return { webhook, validated: false, sequence: 0, sent: [], queue: Promise.resolve() };
}

async function deliver(held: Held, organisation: string, changes: readonly Change[]): Promise<void> {
  const events = changes.map((change) => eventOf(organisation, change));
  const firstEventSequence = held.sequence + 1;
  held.sequence += events.length;
  const body = JSON.stringify({ events, firstEventSequence, lastEventSequence: held.sequence, entropy: randomUUID() });
  for (const wait of TRIES_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait).unref());
    held.validated ||= await intendsToReceive(held);
    if (held.validated && (await post(held, body, true, events.length)) === 200) return;
  }
}

// A good signature and a bad one, without events.
async function intendsToReceive(held: Held): Promise<boolean> {
  const body = JSON.stringify({ events: [], firstEventSequence: 0, lastEventSequence: 0, entropy: randomUUID() });
  return (await post(held, body, true, 0)) === 200 && (await post(held, body, false, 0)) === 401;
}

// The status of the answer; 0 where none came in time.
async function post({ webhook, sent }: Held, body: string, well: boolean, events: number): Promise<number> {
  if (!webhook) return 0;
  const signature = createHmac("sha256", well ? webhook.key : `not ${webhook.key}`).update(body).digest("base64");
  const headers = { "content-type": "application/json; charset=utf-8", "x-xero-signature": signature };
  const answer = fetch(webhook.url, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  const status = await answer.then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
  sent.push({ status, events });
  return status;
}

function eventOf(organisation: string, { collection, id, type, at }: Change) {
  return {
    resourceUrl: `https://api.xero.com/api.xro/2.0/${collection}/${id}`,
    resourceId: id,
    eventDateUtc: new Date(at).toISOString().replace("Z", ""),
    eventType: type,
    eventCategory: CATEGORIES[collection],
    tenantId: organisation,
    tenantType: "ORGANISATION",
  };
}
