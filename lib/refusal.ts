// The one kind of expected failure. It becomes an answer at the doors (page, form, HTTP) and nowhere else; a bug is never a Refusal.

export const statuses = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  wrongMethod: 405,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  wrongType: 415,
  invalid: 422,
  tooMany: 429,
  unavailable: 503,
} as const;

type Reason = keyof typeof statuses;
/** `pointer` is RFC 6901 into the input. */
export type Fault = { pointer: string; detail: string };
type More = { faults?: Fault[]; headers?: Record<string, string>; tenantId?: string | null; cause?: unknown };

/** `message` is a sentence for the person who asked: what happened, what is safe, what to do. */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly faults: Fault[];
  readonly headers: Record<string, string>;
  /** The organisation in which it was refused, where that is known. */
  readonly tenantId: string | null;
  constructor(reason: Reason, message: string, more: More = {}) {
    super(message, { cause: more.cause });
    this.name = "Refusal";
    this.reason = reason;
    this.faults = more.faults ?? [];
    this.headers = more.headers ?? {};
    this.tenantId = more.tenantId ?? null;
  }
}

/** For the tail of a look-up: `(await findReport(q, id)) ?? refuse("notFound", "There is no such report.")`. */
export function refuse(reason: Reason, message: string, more?: More): never {
  throw new Refusal(reason, message, more);
}
