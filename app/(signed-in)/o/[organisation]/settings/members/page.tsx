import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { add, remove } from "#app/(signed-in)/o/[organisation]/settings/members/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireCaller } from "#app/session.ts";
import { AddMemberForm, OrganisationMembers } from "#components/people/organisation-members.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listMembers } from "#lib/people/members.ts";
import { listOrganisationMembers } from "#lib/people/organisation-members.ts";

export const metadata: Metadata = { title: "Members" };

type Props = { params: Promise<{ organisation: string }> };

export default async function OrganisationMembersPage({ params }: Props) {
  const { organisation: tenantId } = await params;
  const caller = await requireCaller();
  const { name } = await organisationAt(tenantId);
  if (!caller.permissions.includes("members:manage")) notFound();
  const { data: members } = await listOrganisationMembers.run(caller, { tenantId });
  const { data: people } = await listMembers.run(caller, {});
  const others = people.filter(({ id, status }) => status === "active" && !members.some((member) => member.id === id));
  return (
    <div className="grid items-start gap-6">
      <Card title={`Who may see ${name}`} description="Taken away, it holds from the next click, for their API keys as well. What they did stays." flush>
        <OrganisationMembers name={name} members={members} you={caller.userId} tenantId={tenantId} remove={remove.bind(null, tenantId)} />
      </Card>
      <Card title="Add somebody" description="In the role that they have here." className="max-w-2xl">
        <AddMemberForm people={others} tenantId={tenantId} add={add.bind(null, tenantId)} />
        <p className="mt-4 text-muted">
          Somebody without an account? <TextLink href="/settings/members">Invite them</TextLink>.
        </p>
      </Card>
    </div>
  );
}
