import type { Metadata } from "next";
import { joinAsNewPerson, joinWithAccount } from "#app/(signed-out)/invitation/actions.ts";
import { currentCaller } from "#app/session.ts";
import { InvitationFacts } from "#components/invitations/invitation-facts.tsx";
import { Entrance } from "#components/people/entrance.tsx";
import { FieldsForm } from "#components/people/fields-form.tsx";
import { newPersonFields } from "#components/people/person-fields.ts";
import { lookAtInvitation } from "#lib/invitations/open-invitation.ts";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Looking at the page uses nothing up: mail scanners and previews look too. */
export default async function InvitationPage({ searchParams }: Props) {
  const { token: given } = await searchParams;
  const token = typeof given === "string" ? given : "";
  const invitation = await lookAtInvitation(token);
  if (!invitation) return <Closed />;
  const caller = await currentCaller();
  const hidden = { token };
  return (
    <Entrance title="You are invited to Daybook" lead={<InvitationFacts invitation={invitation} keepsRole={caller !== undefined} />} foot={caller ? <NotYou name={caller.person.name} /> : <HaveOne token={token} />}>
      {caller ? (
        <FieldsForm action={joinWithAccount} hidden={hidden} submit={`Accept as ${caller.person.name}`} pending="Accepting …" fields={[]} />
      ) : (
        <FieldsForm action={joinAsNewPerson} hidden={hidden} submit="Make my account" pending="Making it …" fields={newPersonFields} />
      )}
    </Entrance>
  );
}

function Closed() {
  return (
    <Entrance title="This invitation does not hold any more" lead="It has been used or withdrawn, or has expired. Ask whoever sent it for a new one.">
      <a href="/sign-in" className="text-accent underline">
        Sign in
      </a>
    </Entrance>
  );
}

function HaveOne({ token }: { token: string }) {
  return (
    <p>
      You have an account here already?{" "}
      <a href={`/sign-in?${new URLSearchParams({ next: `/invitation?${new URLSearchParams({ token })}` })}`} className="text-accent underline">
        Sign in and accept with it
      </a>
    </p>
  );
}

function NotYou({ name }: { name: string }) {
  return <p>You are signed in as {name}. If the invitation is not for you, sign out first, then open the link again.</p>;
}
