// Instants in words. A moment is written on the clock of the organisation it belongs to, not of the server that writes it.

const minute = 60_000;
const steps = [
  { unit: "day", length: 24 * 60 * minute },
  { unit: "hour", length: 60 * minute },
  { unit: "minute", length: minute },
] as const;

/** "just now", "12 minutes ago", "3 days ago"; never the future, for clocks differ by seconds. */
export function ago(at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime();
  const step = steps.find(({ length }) => passed >= length);
  if (!step) return "just now";
  return new Intl.RelativeTimeFormat("en-NZ").format(-Math.floor(passed / step.length), step.unit);
}

/** `timeZone` is an IANA name. */
export function writtenOut(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-NZ", { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone }).format(at);
}
