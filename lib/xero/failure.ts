// What can go wrong between us and Xero, as a value that says what happened, what to do, and whether trying again can help.

export type XeroFailure = {
  code: "reauthRequired" | "disconnected" | "notPermitted" | "rateLimited" | "unavailable" | "malformed" | "refused";
  /** A sentence for the person who looks at the job. */
  message: string;
  retryable: boolean;
  retryAfterSeconds: number | null;
};

export function fail(code: XeroFailure["code"], message: string, more: { retryAfterSeconds?: number | null; cause?: unknown } = {}): never {
  const retryable = code === "rateLimited" || code === "unavailable";
  const failure: XeroFailure = { code, message, retryable, retryAfterSeconds: more.retryAfterSeconds ?? null };
  throw Object.assign(new Error(message, { cause: more.cause }), { failure });
}

/** The failure that an error carries; undefined when it is a bug or something else's. */
export function failureOf(error: unknown): XeroFailure | undefined {
  return error instanceof Error && "failure" in error && isFailure(error.failure) ? error.failure : undefined;
}

function isFailure(value: unknown): value is XeroFailure {
  return typeof value === "object" && value !== null && "code" in value && "retryable" in value;
}
