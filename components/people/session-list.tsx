import { browserOf } from "#components/people/browser-of.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Session = { id: string; createdAt: Date; lastSeenAt: Date; ipAddress: string | null; userAgent: string | null; isThisOne: boolean };
type Props = { sessions: readonly Session[]; now: Date; end: Act };

export function SessionList({ sessions, now, end }: Props) {
  return (
    <Table caption="Where you are signed in">
      <thead>
        <tr>
          <HeadCell>Browser</HeadCell>
          <HeadCell>Address</HeadCell>
          <HeadCell>Last used</HeadCell>
          <HeadCell>
            <span className="sr-only">End it</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <RowHead className="break-words">{browserOf(session.userAgent)}</RowHead>
            <Cell>{session.ipAddress ?? "Unknown"}</Cell>
            <Cell>
              <Ago at={session.lastSeenAt} now={now} timeZone="UTC" />
            </Cell>
            <Cell>{session.isThisOne ? <Badge tone="info">This one</Badge> : <EndButton session={session} end={end} />}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function EndButton({ session, end }: { session: Session; end: Act }) {
  return (
    <ActionForm action={end} hidden={{ sessionId: session.id }}>
      <SubmitButton size="small" aria-label={`Sign out ${browserOf(session.userAgent)} at ${session.ipAddress ?? "an unknown address"}`}>
        Sign out
      </SubmitButton>
    </ActionForm>
  );
}
