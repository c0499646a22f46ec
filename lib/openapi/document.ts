// The description of the HTTP API, made from the operations themselves: what is not an operation is not in it, and what is cannot be left out.
import { components, hoist, problemSchema } from "#lib/openapi/components.ts";
import { describeOperation } from "#lib/openapi/describe-operation.ts";
import type { OpenApi } from "#lib/openapi/openapi.ts";
import type { Operation } from "#lib/operation.ts";
import { version } from "#lib/version.ts";

const description = `Books of Xero organisations, synced, tied to Xero's own trial balance, and reported on with the proof of every figure.
Amounts are decimal strings in the organisation's base currency, days are YYYY-MM-DD, instants RFC 3339 in UTC. Lists answer { data, next }; an empty
parameter counts as absent, an unknown one is refused. A key may ask ten times a second, with bursts of sixty.`;

/** `base` is absolute, without a slash at its end. */
export function openApi(operations: readonly Operation[], base: string): OpenApi {
  const described = operations.map((operation) => ({ ...describeOperation(operation), http: operation.http }));
  const byPath = Map.groupBy(described, ({ http }) => http.path);
  const schemas = Object.assign({}, ...described.map(({ named }) => named), hoist(problemSchema).named);
  return {
    openapi: "3.1.1",
    info: { title: "Daybook", version, description: description.replaceAll("\n", " ") },
    servers: [{ url: base }],
    security: [{ bearer: [] }, { apiKey: [] }],
    tags: [...new Set(described.flatMap(({ operation }) => operation.tags))].map((name) => ({ name })),
    paths: Object.fromEntries([...byPath].map(([path, here]) => [path, Object.fromEntries(here.map(({ http, operation }) => [http.method.toLowerCase(), operation]))])),
    components: { ...components, schemas },
  };
}
