import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Person = { id: string; firstName: string | null; lastName: string | null; email: string };
type Member = Person & { role: string; status: string };

type ListProps = { name: string; members: readonly Member[]; you: string; tenantId: string; remove: Act };

/** Who may see an organisation. */
export function OrganisationMembers({ name, members, you, tenantId, remove }: ListProps) {
  return (
    <Table caption={`Members of ${name}`}>
      <thead>
        <tr>
          <HeadCell>Member</HeadCell>
          <HeadCell>Role here</HeadCell>
          <HeadCell>
            <span className="sr-only">Take the membership away</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <RowHead>
              {nameOf(member)} {member.id === you && <Badge tone="info">You</Badge>} {member.status !== "active" && <Badge>Deactivated</Badge>}
              {nameOf(member) !== member.email && <span className="block text-sm font-normal text-muted">{member.email}</span>}
            </RowHead>
            <Cell>{member.role}</Cell>
            <Cell>
              <ActionForm action={remove} hidden={{ tenantId, userId: member.id }}>
                <SubmitButton size="small" variant="danger" aria-label={`Take away the membership of ${nameOf(member)}`}>
                  Take away
                </SubmitButton>
              </ActionForm>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type AddProps = { people: readonly Person[]; tenantId: string; add: Act };

/** Somebody who has an account and is no member yet. */
export function AddMemberForm({ people, tenantId, add }: AddProps) {
  if (people.length === 0) return <p className="text-muted">Everybody who has an account here is a member already.</p>;
  return (
    <ActionForm action={add} hidden={{ tenantId }}>
      <div className="flex flex-wrap items-end gap-3">
        <Select name="userId" label="Person" choices={people.map((person) => ({ value: person.id, label: labelOf(person) }))} className="min-w-56 max-w-full" />
        <SubmitButton pendingLabel="Adding …">Add</SubmitButton>
      </div>
    </ActionForm>
  );
}

function labelOf(person: Person): string {
  return nameOf(person) === person.email ? person.email : `${nameOf(person)} (${person.email})`;
}

function nameOf({ firstName, lastName, email }: Person): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email;
}
