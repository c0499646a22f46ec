"use client";

import { type FormEvent, useActionState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type GivenWebhook, WebhookFields } from "#components/webhooks/webhook-fields.tsx";

export type ChangeAnswer = { saved: string } | { refused?: string; faults: Record<string, string>; given: GivenWebhook } | undefined;
type Props = { change: (previous: ChangeAnswer, form: FormData) => Promise<ChangeAnswer>; webhook: GivenWebhook };

export function ChangeWebhookForm({ change, webhook }: Props) {
  const [answer, act] = useActionState(change, undefined);
  const failed = answer && "faults" in answer ? answer : undefined;
  return (
    <form action={act} onReset={keep} noValidate className="flex flex-col gap-5">
      {failed?.refused && <Notice tone="error">{failed.refused}</Notice>}
      {answer && "saved" in answer && <Notice tone="success">{answer.saved}</Notice>}
      <WebhookFields given={failed?.given ?? webhook} faults={failed?.faults ?? {}} />
      <div>
        <SubmitButton pendingLabel="Saving">Save changes</SubmitButton>
      </div>
    </form>
  );
}

/** React empties a form after its action, even where that refused. */
function keep(event: FormEvent): void {
  event.preventDefault();
}
