import { ConnectXero } from "#components/organisations/connect-xero.tsx";
import type { Connection } from "#components/organisations/organisation-line.ts";
import { Notice } from "#components/ui/notice.tsx";

type Props = { name: string; connection: Connection; connectHref: string; mayConnect: boolean };

/** Only where Xero can no longer be read: why, what is safe, what to do. */
export function ReconnectNotice({ name, connection, connectHref, mayConnect }: Props) {
  if (connection === "connected") return null;
  const { title, why } = reasons[connection];
  return (
    <Notice tone="warning" title={title} className="mb-6" actions={mayConnect ? <ConnectXero href={connectHref} label="Reconnect to Xero" /> : undefined}>
      <p>
        {why} The figures of {name} stay as they were at the last complete sync.
        {!mayConnect && " Ask an accountant or administrator to reconnect it."}
      </p>
    </Notice>
  );
}

const reasons = {
  reauthRequired: { title: "Xero asks you to sign in again", why: "Its permission for Daybook has run out or was taken back." },
  disconnected: { title: "Not connected to Xero", why: "This organisation was disconnected, so nothing new is read." },
} as const;
