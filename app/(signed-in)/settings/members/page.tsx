import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { deactivate, reactivate, saveRole } from "#app/(signed-in)/settings/members/actions.ts";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { invite, withdraw } from "#app/(signed-in)/settings/members/invitation-actions.ts";
import { requireCaller } from "#app/session.ts";
import { InvitationList } from "#components/invitations/invitation-list.tsx";
import { NewInvitationForm } from "#components/invitations/new-invitation-form.tsx";
import { MemberList } from "#components/people/member-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { roles } from "#db/vocabulary.ts";
import { listInvitations } from "#lib/invitations/manage-invitations.ts";
import { listMembers } from "#lib/people/members.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const caller = await requireCaller();
  if (!allows(caller, "members:manage")) notFound();
  const [now, organisations] = [new Date(), await ownOrganisations()];
  const { data: members } = await listMembers.run(caller, {});
  const { data: invitations } = await listInvitations.run(caller, {});
  return (
    <div className="grid items-start gap-6">
      <Card title="Members" description="A new role holds from a member's next click. Who is deactivated is signed out at once; what they did stays." flush>
        <MemberList members={members} roles={roles} you={caller.userId} now={now} saveRole={saveRole} deactivate={deactivate} reactivate={reactivate} />
      </Card>
      <Card title="Invitations" description="Each lets one person in, once. It also ends when whoever made it is no Admin any more." flush={invitations.length > 0}>
        <InvitationList invitations={invitations} now={now} withdraw={withdraw} />
      </Card>
      <Card title="Invite somebody" className="max-w-2xl">
        <NewInvitationForm make={invite} roles={roles} organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))} againHref="/settings/members" />
      </Card>
    </div>
  );
}
