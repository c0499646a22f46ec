// A report of three years, a column for each month: made and stored within the process, and asked of the served product while its memory is watched.
import { setTimeout as delay } from "node:timers/promises";
import { makeReport } from "#lib/reports/create-report.ts";
import { median, milliseconds, type Stage, timeOf } from "./measure.ts";
import { megabytes, residentOf } from "./memory.ts";
import type { LoadedBooks } from "./load-books.ts";
import type { Sites } from "./sites.ts";
import { wishesOf } from "./statements.ts";
import type { Line } from "./table.ts";

const months = 36;
const rounds = 5;

/** Each under a name of its own, or the stored one would be the answer. */
export async function monthlyColumns({ books }: Pick<Stage, "books">): Promise<Line> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const order = { type: "PROFIT_LOSS", name: `Three years, round ${round}`, wishes: wishesOf({ books }, months) } as const;
    times.push(await timeOf(() => makeReport(books.scope, order)));
  }
  // The first one finds nothing warm, as anchors do not either.
  return { metric: `P&L of ${months} monthly columns, made and stored`, anchor: "", ours: milliseconds(median(times.slice(1))), ratio: null, goal: "≤ 150 ms at 1 M" };
}

/** How much more the app holds at most while it makes the report for the first time, the code that it loads for it included. */
export async function memoryOfRequest({ product, processes: { app } }: Sites, { scope, key, ...books }: LoadedBooks): Promise<Line> {
  const metric = "memory of that request, above idle";
  const goal = "≤ 100 MB";
  if (process.platform !== "linux") return { metric, anchor: "", ours: "not told by this system", ratio: null, goal };
  const idle = residentOf([app]);
  const body = JSON.stringify({ tenantId: scope.tenantId, type: "PROFIT_LOSS", name: "Three years, over HTTP", parameters: wishesOf({ books: { scope, key, ...books } }, months) });
  const answer = fetch(`${product.origin}/api/v1/reports`, { method: "POST", body, headers: { authorization: `Bearer ${key}`, "content-type": "application/json" } });
  const peak = await highest(() => residentOf([app]), answer.then((response) => response.text()));
  const { status } = await answer;
  if (status !== 201) throw new Error(`The report of ${months} months was answered with ${status}.`);
  return { metric, anchor: "", ours: megabytes(peak - idle), ratio: null, goal };
}

/** Looked at every few milliseconds until something is done, and once more then. */
async function highest(look: () => number, done: Promise<unknown>): Promise<number> {
  const ended = done.then(() => true);
  for (let most = look(); ; most = Math.max(most, look())) {
    if (await Promise.race([ended, delay(5).then(() => false)])) return Math.max(most, look());
  }
}
