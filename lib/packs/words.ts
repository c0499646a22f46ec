// What people write in a pack: plain text, shown as text.
import { z } from "zod";

const longest = { name: 150, cover: 2_000, commentary: 4_000, note: 500 };

export const nameSchema = z.string().trim().min(1, "Give the pack a name.").max(longest.name, `The name of a pack may have ${longest.name} characters at most.`);
export const coverSchema = written(longest.cover, "The words of the cover");
export const commentarySchema = written(longest.commentary, "A commentary");
export const noteSchema = written(longest.note, "A note");

/** Lines end as they do everywhere, however a form sent them. */
function written(most: number, what: string) {
  return z.string().max(2 * most, tooLong(what, most)).transform((text) => text.replaceAll(/\r\n?/g, "\n").trim()).pipe(z.string().max(most, tooLong(what, most)));
}

function tooLong(what: string, most: number): string {
  return `${what} may have ${most} characters at most.`;
}
