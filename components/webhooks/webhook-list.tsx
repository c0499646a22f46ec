import Link from "next/link";
import { Empty } from "#components/ui/empty.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { eventInWords } from "#components/webhooks/event-words.ts";
import { WebhookState } from "#components/webhooks/webhook-state.tsx";
import type { Webhook } from "#lib/webhooks/webhook.ts";

type Props = { webhooks: readonly Webhook[]; organisations: readonly { id: string; name: string }[]; now: Date; hrefOf: (id: string) => string };

export function WebhookList({ webhooks, organisations, now, hrefOf }: Props) {
  if (webhooks.length === 0) return <Empty title="No webhooks yet">A webhook tells a program of yours what happens here, as it happens: a sync that came through, a report that is ready.</Empty>;
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return (
    <Table caption="Webhooks">
      <thead>
        <tr>
          <HeadCell>Webhook</HeadCell>
          <HeadCell className="max-sm:hidden">Organisation</HeadCell>
          <HeadCell className="max-sm:hidden">Hears of</HeadCell>
          <HeadCell className="max-sm:hidden">Last taken</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody className="align-top">
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <RowHead>
              <Link href={hrefOf(webhook.id)} prefetch={false} className="break-all text-accent-strong underline-offset-4 hover:underline">
                {webhook.description ?? webhook.url}
              </Link>
              {webhook.description && <span className="block text-sm font-normal break-all text-muted">{webhook.url}</span>}
            </RowHead>
            <Cell className="max-sm:hidden">{names.get(webhook.tenantId)}</Cell>
            <Cell className="max-sm:hidden">{webhook.events.map(eventInWords).join(", ")}</Cell>
            <Cell className="whitespace-nowrap max-sm:hidden">{webhook.lastDeliveryAt ? <Ago at={new Date(webhook.lastDeliveryAt)} now={now} timeZone="UTC" /> : "Never"}</Cell>
            <Cell>
              <WebhookState webhook={webhook} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
