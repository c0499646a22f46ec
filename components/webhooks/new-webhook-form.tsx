"use client";

import { type FormEvent, useActionState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { SecretNotice } from "#components/webhooks/secret-notice.tsx";
import { type GivenWebhook, WebhookFields } from "#components/webhooks/webhook-fields.tsx";

/** A secret once made stands here and nowhere else: gone with the next page. */
export type NewWebhookAnswer = { made: { href: string; secret: string; secretText: string } } | { refused?: string; faults: Record<string, string>; given: GivenWebhook & { tenantId: string } } | undefined;
type Props = { make: (previous: NewWebhookAnswer, form: FormData) => Promise<NewWebhookAnswer>; organisations: readonly { value: string; label: string }[] };

const nothing = { tenantId: "", url: "", events: ["*"], description: "" };

/** Works without scripts as well; what was chosen stays when it is refused. */
export function NewWebhookForm({ make, organisations }: Props) {
  const [answer, act] = useActionState(make, undefined);
  if (answer && "made" in answer) {
    return (
      <SecretNotice title="The webhook is made." secret={answer.made.secret} secretText={answer.made.secretText}>
        <div>
          <a href={answer.made.href} className={buttonClasses({ variant: "primary" })}>
            Try it out
          </a>
        </div>
      </SecretNotice>
    );
  }
  const { refused, faults = {}, given = nothing } = answer ?? {};
  return (
    <form action={act} onReset={keep} noValidate className="flex flex-col gap-5">
      {refused && <Notice tone="error">{refused}</Notice>}
      <Select label="Organisation" name="tenantId" choices={organisations} defaultValue={given.tenantId} error={faults.tenantId} />
      <WebhookFields given={given} faults={faults} />
      <div>
        <SubmitButton variant="primary" pendingLabel="Making the webhook">
          Make webhook
        </SubmitButton>
      </div>
    </form>
  );
}

/** React empties a form after its action, even where that refused. */
function keep(event: FormEvent): void {
  event.preventDefault();
}
