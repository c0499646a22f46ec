// A file as it goes over the wire: to be kept under its name, whatever letters that has.
import { create } from "content-disposition";

export function fileHeaders({ name, type }: Pick<File, "name" | "type">): Record<string, string> {
  return { "content-type": type, "content-disposition": create(name), "cache-control": "no-store" };
}

export function fileResponse(file: File): Response {
  return new Response(file, { headers: fileHeaders(file) });
}
