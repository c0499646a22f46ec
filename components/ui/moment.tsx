import { ago, writtenOut } from "#components/ui/moment-in-words.ts";

type Props = { at: Date; now: Date; timeZone: string };

/** "12 minutes ago", with the moment itself on hover and in the markup. */
export function Ago({ at, now, timeZone }: Props) {
  return (
    <time dateTime={at.toISOString()} title={writtenOut(at, timeZone)}>
      {ago(at, now)}
    </time>
  );
}

/** "21 Nov 2026, 07:12" on the organisation's own clock. */
export function Moment({ at, timeZone }: Omit<Props, "now">) {
  return <time dateTime={at.toISOString()}>{writtenOut(at, timeZone)}</time>;
}
