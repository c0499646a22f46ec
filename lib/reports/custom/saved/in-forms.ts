const inForms = "written:";

/** How a form calls a custom report that is written down, among the types of report: "written:" and its id. */
export function formTypeOf(id: string): string {
  return `${inForms}${id}`;
}

/** Null for what is none. */
export function definitionOfForm(type: string | undefined): string | null {
  return type?.startsWith(inForms) ? type.slice(inForms.length) : null;
}
