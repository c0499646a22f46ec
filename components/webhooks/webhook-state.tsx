import { Badge } from "#components/ui/badge.tsx";
import type { Webhook } from "#lib/webhooks/webhook.ts";

/** On, on but failing, or off. */
export function WebhookState({ webhook: { isActive, failureCount } }: { webhook: Pick<Webhook, "isActive" | "failureCount"> }) {
  if (!isActive) return <Badge>Switched off</Badge>;
  return failureCount > 0 ? <Badge tone="warning">Failing</Badge> : <Badge tone="success">On</Badge>;
}
