/** `look`: it goes on, and somebody ought to see to it. `broken`: something does not work until somebody does. */
export type Finding = { about: string; state: "ok" | "look" | "broken"; says: string };

export function ok(about: string, says: string): Finding {
  return { about, state: "ok", says };
}

export function look(about: string, says: string): Finding {
  return { about, state: "look", says };
}

export function broken(about: string, says: string): Finding {
  return { about, state: "broken", says };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How long ago, in the largest unit that is at least one. */
export function ago(then: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - then.getTime()) / 60_000));
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 48 * 60 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
