// Keys that mean a control: one by itself, or "g" and another within a moment.

/** What has been typed, and when its last key was. */
export type Typed = { keys: string; at: number };

const patience = 1_500;

/** `now` in milliseconds. */
export function typedAfter(before: Typed, key: string, now: number): Typed {
  const goesOn = before.keys === "g" && now - before.at < patience;
  return { keys: goesOn ? `g ${key}` : key, at: now };
}
