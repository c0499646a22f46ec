// What nobody can do to Xero: the stand-in's switches (docs/books-format.md).

export type Xero = ReturnType<typeof xeroAt>;
type Trouble = { match: string; kind: string; times?: number; skip?: number; retryAfter?: number; milliseconds?: number };
type Organisation = { OrganisationID: string; Name: string };
type Call = { path: string; query: string; status: number };

export function xeroAt(address: string) {
  async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${address}/stand-in/${path}`, { method, ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`The stand-in refused ${method} ${path}: ${text}`);
    return JSON.parse(text || "null");
  }
  async function idOf(name: string): Promise<string> {
    const { organisations } = await ask<{ organisations: Organisation[] }>("GET", "organisations");
    return organisations.find(({ Name }) => Name === name)?.OrganisationID ?? "";
  }
  return {
    address,
    /** A document as somebody would write it there; over the one with its id, if there is one. */
    write: async (name: string, collection: string, document: object) => ask<void>("POST", `organisations/${await idOf(name)}/${collection}`, document),
    order: (trouble: Trouble) => ask<void>("POST", "faults", trouble),
    troubleLeft: async () => (await ask<{ faults: Trouble[] }>("GET", "faults")).faults,
    forgetTrouble: () => ask<void>("DELETE", "faults"),
    /** As somebody with that organisation would in Xero. */
    async disconnect(name: string) {
      await ask<void>("POST", `connections/${await idOf(name)}/disconnect`);
    },
    expireAccessTokens: () => ask<void>("POST", "tokens/expire", {}),
    /** Where the application that Daybook is wants to hear of changes; null for nowhere. */
    tellChangesTo: (webhook: { url: string; key: string } | null) => (webhook ? ask<void>("POST", "webhook", webhook) : ask<void>("DELETE", "webhook")),
    takeAllTokensBack: () => ask<void>("POST", "tokens/expire", { refresh: true }),
    forgetCalls: () => ask<void>("DELETE", "log"),
    calls: async () => (await ask<{ calls: Call[] }>("GET", "log")).calls,
  };
}
