// What can go wrong between us and whoever we depend on, Xero or a mail server: a value that says what happened, what to do, and whether trying
// again can help. Work that nobody waits for ends with it; to somebody who asked, a Refusal is the answer.

/** Whether it may pass by itself. */
const passes = { reauthRequired: false, disconnected: false, notPermitted: false, rateLimited: true, unavailable: true, malformed: false, refused: false } as const;

type Code = keyof typeof passes;
export type Failure = {
  code: Code;
  /** A sentence for the person who looks at the job. */
  message: string;
  retryable: boolean;
  retryAfterSeconds: number | null;
};

export function fail(code: Code, message: string, more: { retryAfterSeconds?: number | null; cause?: unknown } = {}): never {
  const failure: Failure = { code, message, retryable: passes[code], retryAfterSeconds: more.retryAfterSeconds ?? null };
  throw Object.assign(new Error(message, { cause: more.cause }), { failure });
}

/** The failure that an error carries; undefined when it is a bug or something else's. */
export function failureOf(error: unknown): Failure | undefined {
  return error instanceof Error && "failure" in error && isFailure(error.failure) ? error.failure : undefined;
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && "retryable" in value;
}
