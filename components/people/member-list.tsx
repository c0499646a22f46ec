import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Member } from "#lib/people/members.ts";

type Actions = { saveRole: Act; deactivate: Act; reactivate: Act };
type Props = Actions & { members: readonly Member[]; roles: readonly string[]; you: string; now: Date };

export function MemberList({ members, roles, you, now, ...actions }: Props) {
  return (
    <Table caption="Members">
      <thead>
        <tr>
          <HeadCell>Member</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Last sign-in</HeadCell>
          <HeadCell>May sign in</HeadCell>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <RowHead>
              {nameOf(member)} {member.id === you && <Badge tone="info">You</Badge>}
              {nameOf(member) !== member.email && <span className="block text-sm font-normal text-muted">{member.email}</span>}
            </RowHead>
            <Cell>
              <RoleForm member={member} roles={roles} save={actions.saveRole} />
            </Cell>
            <Cell>{member.lastLoginAt ? <Ago at={member.lastLoginAt} now={now} timeZone="UTC" /> : "Never"}</Cell>
            <Cell>
              <AccessForm member={member} {...actions} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RoleForm({ member, roles, save }: { member: Member; roles: readonly string[]; save: Act }) {
  return (
    <ActionForm key={member.role} action={save} hidden={{ userId: member.id }}>
      <div className="flex items-end gap-2">
        <Select
          name="role"
          label={<span className="sr-only">Role of {nameOf(member)}</span>}
          defaultValue={member.role}
          choices={roles.map((role) => ({ value: role, label: role }))}
          className="w-36"
        />
        <SubmitButton size="small" className="min-h-10" aria-label={`Save the role of ${nameOf(member)}`}>
          Save
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function AccessForm({ member, deactivate, reactivate }: { member: Member } & Omit<Actions, "saveRole">) {
  const isActive = member.status === "active";
  return (
    <ActionForm key={member.status} action={isActive ? deactivate : reactivate} hidden={{ userId: member.id }}>
      <div className="flex items-center gap-3">
        <Badge tone={isActive ? "success" : "neutral"}>{isActive ? "Yes" : "No"}</Badge>
        <SubmitButton size="small" variant={isActive ? "danger" : "secondary"} aria-label={`${isActive ? "Deactivate" : "Reactivate"} ${nameOf(member)}`}>
          {isActive ? "Deactivate" : "Reactivate"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function nameOf({ firstName, lastName, email }: Member): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email;
}
