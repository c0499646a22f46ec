// A books file or an edit that cannot be served is answered with one sentence that names the document. It is an
// ordinary Error under a name of its own, so that a mistake of the stand-in itself never looks like one of the books.

const NAME = "BooksProblem";

export function refuse(sentence: string): never {
  throw Object.assign(new Error(sentence), { name: NAME });
}

export function isProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
