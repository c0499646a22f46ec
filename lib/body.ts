import { Refusal } from "#lib/refusal.ts";

/** The text of a body, to so many bytes. Refusal "tooLarge" beyond them, without reading on. */
export async function readAtMost(limit: number, request: Request): Promise<string> {
  return (await readBytesAtMost(limit, request)).toString("utf8");
}

/** The same as it came, for what is signed byte by byte. */
export async function readBytesAtMost(limit: number, request: Request): Promise<Buffer> {
  const tooLarge = new Refusal("tooLarge", `The body may hold ${limit} bytes at most.`, { headers: { connection: "close" } });
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
