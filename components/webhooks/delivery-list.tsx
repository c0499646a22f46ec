import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago, Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { eventInWords } from "#components/webhooks/event-words.ts";
import type { Delivery } from "#lib/webhooks/webhook.ts";

type Props = { deliveries: readonly Delivery[]; now: Date; sendAgain: Act };

/** What was sent and what was answered, newest first. */
export function DeliveryList({ deliveries, now, sendAgain }: Props) {
  if (deliveries.length === 0) return <Empty title="Nothing sent yet">What is sent stands here for thirty days, with what your receiver answered. Send a test to see the first.</Empty>;
  return (
    <Table caption="Deliveries">
      <thead>
        <tr>
          <HeadCell>Event</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Answer</HeadCell>
          <HeadCell numeric>Attempts</HeadCell>
          <HeadCell>
            <span className="sr-only">Send it again</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody className="align-top">
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <RowHead>
              {eventInWords(delivery.type)}
              <span className="block text-sm font-normal whitespace-nowrap text-muted">
                <Ago at={new Date(delivery.createdAt)} now={now} timeZone="UTC" />
              </span>
            </RowHead>
            <Cell>
              <State delivery={delivery} />
            </Cell>
            <Cell>
              <Said delivery={delivery} />
            </Cell>
            <Cell numeric>{delivery.attempts}</Cell>
            <Cell>
              {delivery.status !== "pending" && (
                <ActionForm action={sendAgain} hidden={{ delivery: delivery.id }}>
                  <SubmitButton size="small" aria-label={`Send again: ${eventInWords(delivery.type)}, ${delivery.createdAt}`}>
                    Send again
                  </SubmitButton>
                </ActionForm>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ delivery: { status, nextAttemptAt, attempts } }: { delivery: Delivery }) {
  if (status === "delivered") return <Badge tone="success">Taken</Badge>;
  if (status === "failed") return <Badge tone="error">Not taken</Badge>;
  return (
    <>
      <Badge tone="warning">{attempts === 0 ? "On its way" : "Tried again"}</Badge>
      {attempts > 0 && nextAttemptAt && (
        <span className="mt-1 block text-sm whitespace-nowrap text-muted">
          <Moment at={new Date(nextAttemptAt)} timeZone="UTC" /> UTC
        </span>
      )}
    </>
  );
}

function Said({ delivery: { responseStatus, responseBody, problem, durationMs } }: { delivery: Delivery }) {
  if (responseStatus === null && problem === null) return null;
  return (
    <div className="max-w-prose">
      <p>{problem ?? `${responseStatus}, after ${durationMs} ms`}</p>
      {responseBody && (
        <details className="mt-1 text-sm">
          <summary className="w-fit rounded-sm text-muted">What it said</summary>
          <pre className="mt-1 max-h-40 overflow-auto break-all whitespace-pre-wrap text-muted">{responseBody}</pre>
        </details>
      )}
    </div>
  );
}
