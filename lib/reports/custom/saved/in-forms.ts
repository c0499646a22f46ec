// How a form calls custom reports among the types of report: one that is written down, or like one that is stored.
const written = "written:";
const like = "like:";

/** "written:" and the id of the definition. */
export function formTypeOf(id: string): string {
  return `${written}${id}`;
}

/** Null for what is none. */
export function definitionOfForm(type: string | undefined): string | null {
  return type?.startsWith(written) ? type.slice(written.length) : null;
}

/** "like:" and the id of the stored report. */
export function formTypeLike(id: string): string {
  return `${like}${id}`;
}

/** Null for what is none. */
export function reportOfForm(type: string | undefined): string | null {
  return type?.startsWith(like) ? type.slice(like.length) : null;
}
