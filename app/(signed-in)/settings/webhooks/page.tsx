import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { makeWebhook } from "#app/(signed-in)/settings/webhooks/actions.ts";
import { missing } from "#app/(signed-in)/settings/webhooks/missing.ts";
import { requireCaller } from "#app/session.ts";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { NewWebhookForm } from "#components/webhooks/new-webhook-form.tsx";
import { WebhookList } from "#components/webhooks/webhook-list.tsx";
import { allows, many } from "#lib/scope.ts";
import { listStoredWebhooks } from "#lib/webhooks/read-webhooks.ts";

export const metadata: Metadata = { title: "Webhooks" };

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function WebhooksPage({ searchParams }: Props) {
  const caller = await requireCaller();
  if (!allows(caller, "webhooks:manage")) notFound();
  const scopes = many(caller, "webhooks:manage", {});
  const organisations = (await ownOrganisations()).filter(({ id }) => scopes.some(({ tenantId }) => tenantId === id));
  const cursor = [(await searchParams).cursor].flat()[0];
  const { data, nextCursor } = await listStoredWebhooks.run(scopes, { limit: 50, cursor }).catch(missing);
  return (
    <div className="grid items-start gap-6">
      <Card title="Webhooks" description="Each message is signed, tried again for three days until it is taken, and logged." flush>
        <WebhookList webhooks={data} organisations={organisations} now={new Date()} hrefOf={(id) => `/settings/webhooks/${id}`} />
        {nextCursor && (
          <p className="px-4 py-4 sm:px-5">
            <Link href={`/settings/webhooks?cursor=${nextCursor}`} prefetch={false}>
              More webhooks
            </Link>
          </p>
        )}
      </Card>
      <Card title="New webhook" className="max-w-2xl">
        {organisations.length > 0 ? (
          <NewWebhookForm make={makeWebhook} organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        ) : (
          <Empty title="No organisation yet">
            A webhook belongs to an organisation. <TextLink href="/organisations">Connect one</TextLink> first.
          </Empty>
        )}
      </Card>
    </div>
  );
}
