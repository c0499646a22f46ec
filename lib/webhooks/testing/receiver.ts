// For tests: a receiver as its owner would write one, with the library of the standard and nothing of ours.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

export type Message = { path: string; id: string; headers: Record<string, string>; body: string };
export type Receiver = { url: string; messages: Message[]; close: () => Promise<void> };
type Answering = (message: Message, response: ServerResponse, earlier: number) => void;

/** `earlier` says how often this message came to this path before. */
export async function startReceiver(answering: Answering = (_message, response) => void response.writeHead(204).end()): Promise<Receiver> {
  const messages: Message[] = [];
  const server = createServer(async (request, response) => {
    const message = await read(request);
    const earlier = messages.filter(({ path, id }) => path === message.path && id === message.id).length;
    messages.push(message);
    answering(message, response, earlier);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The receiver has no address.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the standard's library reads; throws when the signature is not that of the secret. */
export function verified(secret: string, { body, headers }: Message): unknown {
  return new Webhook(secret).verify(body, headers);
}

async function read(request: IncomingMessage): Promise<Message> {
  const parts: string[] = [];
  for await (const part of request) parts.push(String(part));
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { path: request.url ?? "", id: headers["webhook-id"] ?? "", headers, body: parts.join("") };
}
