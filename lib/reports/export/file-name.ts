import type { StoredReport } from "#lib/reports/stored-report.ts";

/** File systems take 255 bytes for a name; ours has two parts that people choose. */
const longestPart = 96;

/** "Hāpuku Services, Profit and Loss, 2026-10-01 to 2026-10-31.csv" */
export function fileName({ name, data }: Pick<StoredReport, "name" | "data">, ending: string): string {
  const { tenant, title, period } = data;
  const days = period.start === null ? period.end : `${period.start} to ${period.end}`;
  return nameOfFile([tenant.name, name.startsWith(title) ? title : name], days, ending);
}

/** `chosen` are words that people chose. */
export function nameOfFile(chosen: readonly string[], last: string, ending: string): string {
  return `${[...chosen.map(plain).filter((part) => part !== ""), last].join(", ")}.${ending}`;
}

/** Without what a file system refuses, or what would show a name in another order than it is. */
function plain(text: string): string {
  const letters = text.toWellFormed().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}/\\:*?"<>|]+/gu, " ").replaceAll(/\s+/g, " ");
  const { read } = new TextEncoder().encodeInto(letters, new Uint8Array(longestPart));
  return letters.slice(0, read).replaceAll(/^[ .]+|[ .]+$/g, "");
}
