import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago, Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { OwnKey } from "#lib/api-keys/own-keys.ts";

type Props = { keys: readonly OwnKey[]; now: Date; revoke: Act };

export function KeyList({ keys, now, revoke }: Props) {
  if (keys.length === 0) return <Empty title="No keys yet">A key lets a program of yours (n8n, a script, a spreadsheet) do what you allow it, in your name.</Empty>;
  return (
    <Table caption="Your API keys">
      <thead>
        <tr>
          <HeadCell>Key</HeadCell>
          <HeadCell>May</HeadCell>
          <HeadCell>In</HeadCell>
          <HeadCell>Last used</HeadCell>
          <HeadCell>Expires</HeadCell>
          <HeadCell>
            <span className="sr-only">Revoke it</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody className="align-top">
        {keys.map((key) => (
          <tr key={key.id}>
            <RowHead className="break-words">
              {key.name}
              <code className="block text-sm font-normal text-muted">{key.keyId}</code>
            </RowHead>
            <Cell>
              <Permissions permissions={key.permissions} />
            </Cell>
            <Cell>{key.organisations?.join(", ") ?? "All of yours"}</Cell>
            <Cell className="whitespace-nowrap">{key.lastUsedAt ? <Ago at={key.lastUsedAt} now={now} timeZone="UTC" /> : "Never"}</Cell>
            <Cell className="whitespace-nowrap">{key.expiresAt ? <Moment at={key.expiresAt} timeZone="UTC" /> : "Never"}</Cell>
            <Cell>
              <State apiKey={key} revoke={revoke} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Permissions({ permissions }: { permissions: readonly string[] }) {
  return (
    <ul className="flex max-w-md flex-wrap gap-1">
      {permissions.map((permission) => (
        <li key={permission}>
          <Badge>{permission}</Badge>
        </li>
      ))}
    </ul>
  );
}

function State({ apiKey, revoke }: { apiKey: OwnKey; revoke: Act }) {
  if (apiKey.revokedAt) return <Badge title={apiKey.revokedAt.toISOString()}>Revoked</Badge>;
  if (apiKey.state === "expired") return <Badge>Expired</Badge>;
  return (
    <Dialog id={`revoke-${apiKey.keyId}`} trigger="Revoke…" triggerName={`Revoke ${apiKey.name}…`} title={`Revoke ${apiKey.name}?`}>
      <p>Whatever uses this key is refused from its next request on, and no key can be brought back. What it did stays as it is.</p>
      <ActionForm action={revoke} hidden={{ id: apiKey.id }} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id={`revoke-${apiKey.keyId}`}>Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Revoking …">
            Revoke this key
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
