/** A file that is written while it is sent. `name` is plain: letters, digits and hyphens. */
export function csvResponse(lines: AsyncGenerator<string>, name: string): Response {
  const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}.csv"`, "cache-control": "no-store" };
  return new Response(streamOf(lines), { headers });
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
