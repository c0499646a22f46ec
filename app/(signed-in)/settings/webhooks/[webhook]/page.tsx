import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { change, remove, rotate, sendAgain, sendTest, switchOver } from "#app/(signed-in)/settings/webhooks/actions.ts";
import { missing } from "#app/(signed-in)/settings/webhooks/missing.ts";
import { requireCaller } from "#app/session.ts";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Ago, Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { ChangeWebhookForm } from "#components/webhooks/change-webhook-form.tsx";
import { DeliveryList } from "#components/webhooks/delivery-list.tsx";
import { eventInWords } from "#components/webhooks/event-words.ts";
import { RotateForm } from "#components/webhooks/rotate-form.tsx";
import { RemoveWebhook, WebhookActions } from "#components/webhooks/webhook-actions.tsx";
import { WebhookState } from "#components/webhooks/webhook-state.tsx";
import { allows, many } from "#lib/scope.ts";
import { getWebhook, listWebhookDeliveries } from "#lib/webhooks/read-webhooks.ts";
import type { Webhook } from "#lib/webhooks/webhook.ts";

export const metadata: Metadata = { title: "Webhook" };

type Props = { params: Promise<{ webhook: string }>; searchParams: Promise<{ cursor?: string | string[] }> };

export default async function WebhookPage({ params, searchParams }: Props) {
  const caller = await requireCaller();
  if (!allows(caller, "webhooks:manage")) notFound();
  const scopes = many(caller, "webhooks:manage", {});
  const { webhook: id } = await params;
  const webhook = await getWebhook.run(scopes, { id }).catch(missing);
  const cursor = [(await searchParams).cursor].flat()[0];
  const { data: deliveries, nextCursor } = await listWebhookDeliveries.run(scopes, { id, limit: 20, cursor }).catch(missing);
  const organisation = (await ownOrganisations()).find(({ id: own }) => own === webhook.tenantId)?.name ?? "";
  const now = new Date();
  return (
    <div className="grid items-start gap-6">
      <p>
        <TextLink href="/settings/webhooks">All webhooks</TextLink>
      </p>
      {webhook.disabledReason && (
        <Notice tone="warning" title="This webhook was switched off.">
          <p>{webhook.disabledReason} When your receiver is back, switch it on; what was missed can be sent again from the log.</p>
        </Notice>
      )}
      <Card title={<span className="break-all">{webhook.description ?? webhook.url}</span>} actions={<WebhookActions isActive={webhook.isActive} test={sendTest.bind(null, id)} switchOver={switchOver.bind(null, id)} />}>
        <Facts facts={factsOf(webhook, organisation, now)} />
      </Card>
      <Card title="Deliveries" description="Of the last thirty days, newest first." flush>
        <DeliveryList deliveries={deliveries} now={now} sendAgain={sendAgain} />
        {nextCursor && (
          <p className="px-4 py-4 sm:px-5">
            <TextLink href={`/settings/webhooks/${id}?cursor=${nextCursor}`}>Older deliveries</TextLink>
          </p>
        )}
      </Card>
      <Card title="Change" className="max-w-2xl">
        <ChangeWebhookForm change={change.bind(null, id)} webhook={{ url: webhook.url, events: webhook.events, description: webhook.description ?? "" }} />
      </Card>
      <Card title="Secret and removal" className="max-w-2xl">
        <div className="flex flex-col gap-5">
          <RotateForm rotate={rotate.bind(null, id)} />
          <RemoveWebhook remove={remove.bind(null, id)} />
        </div>
      </Card>
    </div>
  );
}

function factsOf(webhook: Webhook, organisation: string, now: Date) {
  const { previousSecretExpiresAt, lastDeliveryAt } = webhook;
  const until = previousSecretExpiresAt && new Date(previousSecretExpiresAt) > now ? new Date(previousSecretExpiresAt) : null;
  return [
    { term: "State", value: <WebhookState webhook={webhook} /> },
    { term: "Address", value: <span className="break-all">{webhook.url}</span> },
    { term: "Organisation", value: organisation },
    { term: "Hears of", value: webhook.events.map(eventInWords).join(", ") },
    ...(webhook.headerNames.length > 0 ? [{ term: "Headers of its own", value: webhook.headerNames.join(", ") }] : []),
    { term: "Last taken", value: lastDeliveryAt ? <Ago at={new Date(lastDeliveryAt)} now={now} timeZone="UTC" /> : "Never" },
    ...(until ? [{ term: "Secret before this one", value: <>signs as well until <Moment at={until} timeZone="UTC" /> UTC</> }] : []),
  ];
}
