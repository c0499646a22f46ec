import { Choices } from "#components/api-keys/choices.tsx";
import { Field } from "#components/ui/field.tsx";
import { eventChoices } from "#components/webhooks/event-words.ts";

export type GivenWebhook = { url: string; events: readonly string[]; description: string };
type Props = { given: GivenWebhook; faults: Record<string, string> };

/** Where, of what, and what for. */
export function WebhookFields({ given, faults }: Props) {
  return (
    <>
      <Field label="Address" name="url" type="url" inputMode="url" required placeholder="https://" defaultValue={given.url} error={faults.url} hint="Where your receiver listens, in public and over https." />
      <Choices name="events" legend="What it hears of" choices={eventChoices(given.events)} error={faults.events} />
      <Field label="Description" name="description" maxLength={255} defaultValue={given.description} error={faults.description} hint="What it is for: “Monday digest”." />
    </>
  );
}
