import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago, Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { Invitation } from "#lib/invitations/invitation.ts";

type Props = { invitations: readonly Invitation[]; now: Date; withdraw: Act };

export function InvitationList({ invitations, now, withdraw }: Props) {
  if (invitations.length === 0) return <Empty title="Nobody is invited">An invitation is a link that lets one person in, once, with the role and the organisations you choose.</Empty>;
  return (
    <Table caption="Invitations">
      <thead>
        <tr>
          <HeadCell>For</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Organisations</HeadCell>
          <HeadCell>Made</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody className="align-top">
        {invitations.map((invitation) => (
          <tr key={invitation.id}>
            <RowHead className="min-w-40 break-words">{invitation.email ?? "Whoever has the link"}</RowHead>
            <Cell>{invitation.role}</Cell>
            <Cell className="min-w-40">{organisationsOf(invitation)}</Cell>
            <Cell>
              <Ago at={invitation.createdAt} now={now} timeZone="UTC" />
              <span className="block text-sm text-muted">by {invitation.invitedBy}</span>
            </Cell>
            <Cell className="min-w-64">
              <State invitation={invitation} withdraw={withdraw} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ invitation, withdraw }: { invitation: Invitation; withdraw: Act }) {
  const { id, state, acceptedBy, expiresAt } = invitation;
  return (
    <ActionForm action={withdraw} hidden={{ id }}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={tones[state]}>{words[state]}</Badge>
        {state === "accepted" && <span className="text-sm text-muted">by {acceptedBy ?? "somebody who has left"}</span>}
        {state === "open" && (
          <>
            <span className="text-sm text-muted">
              until <Moment at={expiresAt} timeZone="UTC" />
            </span>
            <SubmitButton size="small" variant="danger" aria-label={`Withdraw the invitation for ${invitation.email ?? "whoever has the link"}`}>
              Withdraw
            </SubmitButton>
          </>
        )}
      </div>
    </ActionForm>
  );
}

const words = { open: "Open", accepted: "Accepted", expired: "Expired", withdrawn: "Withdrawn" } as const;
const tones: Record<Invitation["state"], Tone> = { open: "info", accepted: "success", expired: "neutral", withdrawn: "neutral" };

/** Those that whoever looks does not belong to are counted only. */
function organisationsOf({ organisations, otherOrganisations }: Invitation): string {
  const others = otherOrganisations > 0 ? [`${otherOrganisations} that ${otherOrganisations === 1 ? "is" : "are"} not yours`] : [];
  return [...organisations, ...others].join(", ") || "None";
}
