import { fileHeaders } from "#lib/file-response.ts";

/** A file that is written while it is sent. */
export function csvResponse(lines: AsyncGenerator<string>, name: string): Response {
  return new Response(streamOf(lines), { headers: fileHeaders({ name: `${name}.csv`, type: "text/csv; charset=utf-8" }) });
}

/** The next lines are fetched when the reader has taken those before. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
