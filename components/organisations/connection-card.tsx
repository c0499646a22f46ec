import type { ReactNode } from "react";
import { ConnectionBadge } from "#components/organisations/connection-badge.tsx";
import { ConnectXero } from "#components/organisations/connect-xero.tsx";
import type { Connection } from "#components/organisations/organisation-line.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  tenantId: string;
  name: string;
  connection: Connection;
  facts: readonly { term: string; value: ReactNode }[];
  connectHref: string;
  /** Gets `tenantId`. */
  disconnect: Act;
};

/** How an organisation is reached in Xero, and how to end or renew that. */
export function ConnectionCard({ tenantId, name, connection, facts, connectHref, disconnect }: Props) {
  const renew = connection === "connected" ? undefined : <ConnectXero href={connectHref} label="Reconnect" />;
  return (
    <Card title="Connection to Xero" actions={renew}>
      <Facts facts={[{ term: "Status", value: <ConnectionBadge connection={connection} /> }, ...facts]} />
      {connection !== "disconnected" && <Disconnect tenantId={tenantId} name={name} disconnect={disconnect} />}
    </Card>
  );
}

function Disconnect({ tenantId, name, disconnect }: Pick<Props, "tenantId" | "name" | "disconnect">) {
  return (
    <div className="mt-6 border-t border-line pt-5">
      <Dialog id="disconnect" trigger="Disconnect…" title={`Disconnect ${name} from Xero?`}>
        <p>Daybook stops reading {name} from Xero. What has been fetched, the ledger and every report stay here and can be read; you can connect again at any time.</p>
        <ActionForm action={disconnect} hidden={{ tenantId }} className="mt-5">
          <div className="flex flex-wrap gap-2">
            <DialogClose id="disconnect">Stay connected</DialogClose>
            <SubmitButton variant="danger" pendingLabel="Disconnecting …">
              Disconnect {name}
            </SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </div>
  );
}
