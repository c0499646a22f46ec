// Where Xero posts that something changed. It wants an empty answer within five seconds: 200 for what it signed, 401 for everything else.
import { readBytesAtMost } from "#lib/body.ts";
import { hearOfChanges } from "#lib/sync/hear-of-changes.ts";

const largest = 1_000_000;

export async function POST(request: Request): Promise<Response> {
  const body = await readBytesAtMost(largest, request).catch(() => undefined);
  const isHeard = body !== undefined && (await hearOfChanges(body, request.headers.get("x-xero-signature")));
  return new Response(null, { status: isHeard ? 200 : 401, headers: { "cache-control": "no-store" } });
}
