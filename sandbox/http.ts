// What travels between the socket and the rooms behind it: a request that has been read whole, and a reply that is a
// value. Only this file touches Node's streams.

import type { IncomingMessage, ServerResponse } from "node:http";
import { type Json, writeJson } from "./exact/json.ts";

export type Ask = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const LARGEST_BODY = 10_000_000;

export async function readAsk(request: IncomingMessage): Promise<Ask> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error("The request body is larger than 10 MB.");
    chunks.push(bytes);
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? "")]);
  return {
    method: request.method ?? "GET",
    path: decoded(url.pathname).replace(/\/+$/, "") || "/",
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

// A path that is no proper encoding is taken as it stands, and will be found nowhere.
function decoded(path: string): string {
  return /%(?![0-9a-f]{2})/i.test(path) ? path : decodeURI(path.replace(/%(?:[89a-f][0-9a-f])/gi, "?"));
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

export function json(status: number, value: Json, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body: writeJson(value) };
}

export function html(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body };
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: "" };
}

export function redirect(location: string): Reply {
  return empty(302, { location, "cache-control": "no-store" });
}

export function isForm(ask: Ask): boolean {
  return (ask.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
}

export function escapeHtml(written: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return written.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
