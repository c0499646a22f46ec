// A hundred transactions through the HTTP door, as somebody with a key gets them, against the bare query written out as JSON.
import { admit } from "#lib/api-keys/admit.ts";
import { once } from "#lib/api-keys/once.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { httpDoor } from "#lib/http-door.ts";
import { decimal } from "#lib/money.ts";
import { operations } from "#lib/operations.ts";
import { amountOf } from "./anchor.ts";
import { contest, type Metric } from "./measure.ts";
import { newestTransactions } from "./newest-transactions.ts";

const base = "http://localhost:3000/api/v1";
const handle = httpDoor({ base: () => base, operations, admit, refused: recordDenial, once, bodyLimit: 100_000 });

export const apiList: Metric = ({ books: { scope, key }, anchor }) =>
  contest({
    metric: "API list of 100 transactions, with a key, within the process",
    goal: "(against the bare query)",
    async anchor() {
      const rows = await newestTransactions(anchor, scope.tenantId);
      JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
      return rows;
    },
    async ours() {
      const answer = await handle(new Request(`${base}/transactions?limit=100`, { headers: { authorization: `Bearer ${key}` } }));
      return answer.text();
    },
    figures: (expected, found) => [expected.map(([id, amount]) => `${id} ${decimal(amountOf(amount))}`), documentsIn(found)],
  });

/** Id and amount of each document of an answer. */
export function documentsIn(text: string): string[] {
  const answer: { data: { id: string; amount: string }[] } = JSON.parse(text);
  return answer.data.map(({ id, amount }) => `${id} ${amount}`);
}
