"use client";

import { type FormEvent, useActionState } from "react";
import { Choices } from "#components/api-keys/choices.tsx";
import { MadeInvitationNotice } from "#components/invitations/made-invitation-notice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Given = { role: string; tenantIds: string[]; email: string; days: string };
/** A link once made stands here and nowhere else: gone with the next page. */
export type NewInvitationAnswer = { made: { url: string } } | { refused?: string; faults: Record<string, string>; given: Given } | undefined;
type Choice = { value: string; label: string };

type Props = {
  make: (previous: NewInvitationAnswer, form: FormData) => Promise<NewInvitationAnswer>;
  roles: readonly string[];
  organisations: readonly Choice[];
  againHref: string;
};

/** Works without scripts as well; what was chosen stays when it is refused. */
export function NewInvitationForm({ make, roles, organisations, againHref }: Props) {
  const [answer, act] = useActionState(make, undefined);
  if (answer && "made" in answer) return <MadeInvitationNotice url={answer.made.url} againHref={againHref} />;
  const { refused, faults = {}, given } = answer ?? {};
  const isChosen = ({ value }: Choice) => given?.tenantIds.includes(value) ?? organisations.length === 1;
  return (
    <form action={act} onReset={keep} noValidate className="flex flex-col gap-5">
      {refused && <Notice tone="error">{refused}</Notice>}
      <Select
        name="role"
        label="Role"
        defaultValue={given?.role ?? "Standard"}
        choices={roles.map((role) => ({ value: role, label: role }))}
        error={faults.role}
        hint="Of somebody who is new here. Who has an account already keeps their role."
      />
      {organisations.length > 0 && (
        <Choices
          name="tenantIds"
          legend="Organisations"
          choices={organisations.map((choice) => ({ ...choice, isChosen: isChosen(choice) }))}
          error={faults.tenantIds}
          hint="Whose books they will see. None ticked means none for now."
        />
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={given?.email}
        error={faults.email}
        hint="Given one, only an account with this address can accept. Left empty, whoever has the link can."
      />
      <Select name="days" label="Holds for" defaultValue={given?.days ?? "7"} choices={lives} error={faults.days} />
      <div>
        <SubmitButton variant="primary" pendingLabel="Making the link">
          Make the link
        </SubmitButton>
      </div>
    </form>
  );
}

const lives = [1, 3, 7, 14, 30].map((days) => ({ value: String(days), label: days === 1 ? "1 day" : `${days} days` }));

/** React empties a form after its action, even where that refused. */
function keep(event: FormEvent): void {
  event.preventDefault();
}
