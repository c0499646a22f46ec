import { notFound } from "next/navigation";
import { asRefusal } from "#lib/problem.ts";

/** An id or a cursor that leads nowhere is a page that is not there; a bug stays one. */
export function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
