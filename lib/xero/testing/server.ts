// For tests: something on the loopback that answers as it is told, and remembers what it was asked.
import { createServer, type IncomingHttpHeaders } from "node:http";
import { vi } from "vitest";
import { stubSettings } from "#lib/people/testing.ts";
import { settingsAt } from "#lib/xero/settings-at.ts";

export type Asked = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string };
/** `hang` never answers; `cut` ends in the middle. */
export type Said = { status?: number; headers?: Record<string, string>; body?: string } | "hang" | "cut";
export type Answering = (asked: Asked) => Said | Promise<Said>;
export type XeroServer = { asked: Asked[]; answer: (answering: Answering) => void; close: () => Promise<void> };

/** Starts it and points all of Xero's addresses at it. */
export async function xeroServer(settings: Record<string, string> = {}): Promise<XeroServer> {
  const asked: Asked[] = [];
  let answering: Answering = () => ({ status: 500 });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? "/", "http://localhost");
    const one = { method: request.method ?? "", path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks).toString() };
    asked.push(one);
    const said = await answering(one);
    if (said === "hang") return;
    if (said === "cut") {
      response.writeHead(200, { "content-length": "1000" }).write("{");
      setImmediate(() => response.destroy());
      return;
    }
    response.writeHead(said.status ?? 200, { "content-type": "application/json", ...said.headers }).end(said.body ?? "{}");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  stubSettings({
    XERO_CLIENT_ID: "client",
    XERO_CLIENT_SECRET: "secret",
    ...settingsAt(base),
    ...settings,
  });
  return {
    asked,
    answer: (next) => {
      answering = next;
    },
    close: async () => {
      vi.unstubAllEnvs();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What Xero's sign-in service says: a token set whose access token names its owner. */
export function tokenAnswer(name: string, { expiresIn = 1800, scope = "offline_access accounting.settings.read", authEventId = "" } = {}): Said {
  const claims = Buffer.from(JSON.stringify({ xero_userid: "xero-user", nonce: name, ...(authEventId ? { authentication_event_id: authEventId } : {}) })).toString("base64url");
  return { body: JSON.stringify({ access_token: `e.${claims}.s`, refresh_token: `refresh-${name}`, expires_in: expiresIn, scope, token_type: "Bearer" }) };
}
