"use client";

import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { SecretNotice } from "#components/webhooks/secret-notice.tsx";

export type RotateAnswer = { rotated: { secret: string; secretText: string } } | { refused: string } | undefined;
type Props = { rotate: (previous: RotateAnswer, form: FormData) => Promise<RotateAnswer> };

/** Asked twice, without a script. */
export function RotateForm({ rotate }: Props) {
  const [answer, act] = useActionState(rotate, undefined);
  if (answer && "rotated" in answer) {
    return (
      <SecretNotice title="The secret is changed." {...answer.rotated}>
        <p className="text-muted">For a day every message carries two signatures, by the new secret and by the one before. Change your receiver over within it.</p>
      </SecretNotice>
    );
  }
  return (
    <details>
      <summary className={buttonClasses({ size: "small" })}>Change the secret…</summary>
      <p className="mt-4 max-w-prose">A new secret is made and shown once. The present one goes on signing beside it for a day, so that nothing is lost while you change your receiver over.</p>
      <form action={act} className="mt-4">
        <SubmitButton pendingLabel="Changing">Make a new secret</SubmitButton>
        {answer && <Notice tone="error">{answer.refused}</Notice>}
      </form>
    </details>
  );
}
