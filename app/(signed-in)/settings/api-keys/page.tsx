import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { makeKey, revoke } from "#app/(signed-in)/settings/api-keys/actions.ts";
import { requireCaller } from "#app/session.ts";
import { KeyList } from "#components/api-keys/key-list.tsx";
import { NewKeyForm } from "#components/api-keys/new-key-form.tsx";
import { onlyReads, permissionInWords } from "#components/api-keys/permission-words.ts";
import { Card } from "#components/ui/card.tsx";
import { ownKeys } from "#lib/api-keys/own-keys.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const caller = await requireCaller();
  if (!allows(caller, "keys:manage")) notFound();
  const now = new Date();
  const { keys, offered, organisations } = await ownKeys(caller, now);
  return (
    <div className="grid items-start gap-6">
      <Card title="Your API keys" description="A revoked key opens nothing from its next request on. A key never does more than you may yourself." flush>
        <KeyList keys={keys} now={now} revoke={revoke} />
      </Card>
      <Card title="New key" className="max-w-2xl">
        <NewKeyForm
          make={makeKey}
          permissions={offered.map((permission) => ({ value: permission, label: permissionInWords(permission), isChosen: onlyReads(permission) }))}
          organisations={organisations.map(({ id, name }) => ({ value: id, label: name, isChosen: false }))}
          againHref="/settings/api-keys"
          docsHref="/docs/api"
        />
      </Card>
    </div>
  );
}
