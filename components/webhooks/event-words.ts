// What a webhook may be told of, as its owner is asked.
import { type EventType, eventTypes } from "#db/vocabulary.ts";

const words: Record<EventType, string> = {
  "sync.succeeded": "A sync came through",
  "sync.failed": "A sync failed",
  "report.ready": "A report was made",
  "pack.issued": "A month-end pack was issued",
  "alert.raised": "An alert was raised",
  "alert.ended": "An alert is over",
  "tenant.reauthRequired": "Xero must be connected again",
  "webhook.test": "A test",
};

type Choice = { value: string; label: string; isChosen: boolean };

export function eventInWords(event: string): string {
  return event === "*" ? "Everything" : (eventTypes.flatMap((type) => (type === event ? [words[type]] : []))[0] ?? event);
}

/** All of them together first; a test is not chosen, it is sent. */
export function eventChoices(chosen: readonly string[]): Choice[] {
  const listenable = eventTypes.filter((type) => type !== "webhook.test");
  return ["*", ...listenable].map((value) => ({ value, label: value === "*" ? "Everything, also what comes later" : `${eventInWords(value)} (${value})`, isChosen: chosen.includes(value) }));
}
