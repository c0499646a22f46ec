// A receiver of webhooks on this machine, as its owner would write one: it checks signatures with the library of the standard.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

export type Message = { type: string; id: string; tenant: { id: string; name: string }; data: { jobId?: string } };
export type Receiver = { url: string; close: () => void; secrets: string[]; verified: () => Message[]; asked: string[] };

/** `secrets` may be given later; what was received is checked against any of them. */
export async function startReceiver(answering: (response: ServerResponse) => void = (response) => void response.writeHead(204).end()): Promise<Receiver> {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    received.push(await read(request));
    answering(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The receiver has no address.");
  const secrets: string[] = [];
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    secrets,
    asked,
    close: () => void server.close(),
    verified: () => received.flatMap(({ headers, body }) => (secrets.some((secret) => isSignedBy(secret, headers, body)) ? [JSON.parse(body)] : [])),
  };
}

export function isSignedBy(secret: string, headers: Record<string, string>, body: string): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

async function read(request: IncomingMessage): Promise<{ headers: Record<string, string>; body: string }> {
  const parts: string[] = [];
  for await (const part of request) parts.push(String(part));
  return { headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])), body: parts.join("") };
}
