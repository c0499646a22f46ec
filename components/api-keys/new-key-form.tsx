"use client";

import { type FormEvent, useActionState } from "react";
import { Choices } from "#components/api-keys/choices.tsx";
import { MadeKeyNotice } from "#components/api-keys/made-key-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Given = { name: string; permissions: string[]; tenantIds: string[]; lastDay: string };
/** A key once made stands here and nowhere else: gone with the next page. */
export type NewKeyAnswer = { made: { name: string; key: string } } | { refused?: string; faults: Record<string, string>; given: Given } | undefined;
type Choice = { value: string; label: string; isChosen: boolean };

type Props = {
  make: (previous: NewKeyAnswer, form: FormData) => Promise<NewKeyAnswer>;
  permissions: readonly Choice[];
  organisations: readonly Choice[];
  againHref: string;
  docsHref: string;
};

/** Works without scripts as well; what was chosen stays when it is refused. */
export function NewKeyForm({ make, permissions, organisations, againHref, docsHref }: Props) {
  const [answer, act] = useActionState(make, undefined);
  if (answer && "made" in answer) return <MadeKeyNotice name={answer.made.name} secret={answer.made.key} againHref={againHref} docsHref={docsHref} />;
  const { refused, faults = {}, given } = answer ?? {};
  return (
    <form action={act} onReset={keep} noValidate className="flex flex-col gap-5">
      {refused && <Notice tone="error">{refused}</Notice>}
      <Field label="Name" name="name" maxLength={255} required defaultValue={given?.name} error={faults.name} hint="What uses it: “n8n”, “Monday report”." />
      <Choices name="permissions" legend="What it may do" choices={chosen(permissions, given?.permissions)} error={faults.permissions} hint="Never more than you may at that moment." />
      {organisations.length > 0 && (
        <Choices
          name="tenantIds"
          legend="Where"
          choices={chosen(organisations, given?.tenantIds)}
          error={faults.tenantIds}
          hint="None ticked means all of yours, also those that come later."
        />
      )}
      <Field label="Last day" name="lastDay" type="date" defaultValue={given?.lastDay} error={faults.lastDay} hint="In UTC. Leave it empty for a key that does not expire." />
      <div>
        <SubmitButton variant="primary" pendingLabel="Making the key">
          Make key
        </SubmitButton>
      </div>
    </form>
  );
}

function chosen(choices: readonly Choice[], given: readonly string[] | undefined): Choice[] {
  return choices.map((choice) => (given ? { ...choice, isChosen: given.includes(choice.value) } : choice));
}

/** React empties a form after its action, even where that refused. */
function keep(event: FormEvent): void {
  event.preventDefault();
}
