import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { deactivate, reactivate, saveRole } from "#app/(signed-in)/settings/members/actions.ts";
import { requireCaller } from "#app/session.ts";
import { MemberList } from "#components/people/member-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { roles } from "#db/vocabulary.ts";
import { listMembers } from "#lib/people/members.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const caller = await requireCaller();
  if (!allows(caller, "members:manage")) notFound();
  const { data: members } = await listMembers.run(caller, {});
  return (
    <Card title="Members" description="A new role holds from a member's next click. Who is deactivated is signed out at once; what they did stays." flush>
      <MemberList members={members} roles={roles} you={caller.userId} now={new Date()} saveRole={saveRole} deactivate={deactivate} reactivate={reactivate} />
    </Card>
  );
}
