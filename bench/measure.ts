// Anchor and ours take turns, so that whatever else the machine does befalls both; of each the median counts. Before that both are asked once
// and must say the same.
import type { Anchor } from "./anchor.ts";
import type { LoadedBooks } from "./load-books.ts";
import type { Line } from "./table.ts";

export type Stage = { books: LoadedBooks; anchor: Anchor };
export type Metric = (stage: Stage) => Promise<Line>;

/** The one thing that fails a bench. */
export class FiguresDiffer extends Error {}

type Contest<Expected, Found> = {
  metric: string;
  goal: string;
  /** How often each is asked in one turn: more than once where a single answer takes too little to be measured. */
  times?: number;
  anchor: () => Promise<Expected>;
  ours: () => Promise<Found>;
  /** The figures of each, in the same form. */
  figures: (expected: Expected, found: Found) => [unknown, unknown];
};

const rounds = 5;

export async function contest<Expected, Found>({ metric, goal, times = 1, anchor, ours, figures }: Contest<Expected, Found>): Promise<Line> {
  mustAgree(metric, ...figures(await anchor(), await ours()));
  const turns: { anchor: number[]; ours: number[] } = { anchor: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    turns.anchor.push((await timeOf(() => repeated(times, anchor))) / times);
    turns.ours.push((await timeOf(() => repeated(times, ours))) / times);
  }
  const [theirs, own] = [median(turns.anchor), median(turns.ours)];
  return { metric, anchor: milliseconds(theirs), ours: milliseconds(own), ratio: theirs / own, goal };
}

export function mustAgree(metric: string, expected: unknown, found: unknown): void {
  const [one, other] = [written(expected), written(found)];
  if (one === "" || one === "{}" || one === "[]") throw new FiguresDiffer(`${metric}: THE ANCHOR FOUND NOTHING`);
  if (one !== other) throw new FiguresDiffer(`${metric}: FIGURES DIFFER (${one.slice(0, 200)} is not ${other.slice(0, 200)})`);
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function repeated(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}

/** Sums by key in the order of their keys; nothing is as good as not there. */
function written(figures: unknown): string {
  const plain = figures instanceof Map ? Object.fromEntries([...figures].filter(([, amount]) => amount !== 0n).toSorted(([one], [other]) => (one < other ? -1 : 1))) : figures;
  return JSON.stringify(plain, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)) ?? "";
}

export function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}
