// What went wrong in the database, in words both dialects share.
import { DrizzleQueryError } from "drizzle-orm";

const busy = "DAYBOOK_DATABASE_BUSY";
const away = "DAYBOOK_DATABASE_AWAY";

/** A unique key was taken. */
export function isDuplicate(error: unknown): boolean {
  return codes(error).some((code) => code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY");
}

/** Nobody got through within the time we are ready to wait. The message is a sentence for the person who asked. */
export function isBusy(error: unknown): boolean {
  return codes(error).some((code) => code === busy || code.startsWith("SQLITE_BUSY"));
}

export function busyError(seconds: number, cause?: unknown): Error {
  const message = `The database was busy for ${seconds} seconds, so nothing was done. Nothing is lost; try again in a moment.`;
  return Object.assign(new Error(message, { cause }), { code: busy });
}

/** The database could not be reached, or left in the middle. The message is a sentence for the person who asked. */
export function isAway(error: unknown): boolean {
  return codes(error).includes(away);
}

export function awayError(mayHaveCommitted: boolean, cause?: unknown): Error {
  const advice = mayHaveCommitted ? "Look whether your change is there before you try again." : "Nothing was done; try again in a moment.";
  return Object.assign(new Error(`The database cannot be reached. Nothing that was kept is lost. ${advice}`, { cause }), { code: away });
}

/** Two wanted the same rows, and this one has to begin again. */
export function isConflict(error: unknown): boolean {
  return codes(error).some((code) => code === "40001" || code === "40P01");
}

/** The server went away or asks for the whole transaction again. */
export function isTransient(error: unknown): boolean {
  const transient = ["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN", "53300", "57P01", "57P02", "57P03"];
  return isConflict(error) || codes(error).some((code) => transient.includes(code));
}

/** The disk is full. */
export function isDiskFull(error: unknown): boolean {
  return codes(error).some((code) => code === "SQLITE_FULL" || code === "53100" || code === "ENOSPC");
}

/**
 * The same error without the values of its query: Drizzle and PostgreSQL write them into messages and fields, and whoever prints an error
 * (the framework does, too) would print people's data and secrets.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  withoutValues(error.cause);
  if (error instanceof DrizzleQueryError) Object.assign(error, { params: [], message: cut(error.message), stack: error.stack && `${cut(error.message)}\n${framesOf(error.stack)}` });
  for (const field of ["detail", "where", "parameters", "args"]) Reflect.deleteProperty(error, field);
  return error;
}

function cut(message: string): string {
  return message.replace(/\nparams: [\s\S]*$/, "");
}

function framesOf(stack: string): string {
  return stack.split("\n").filter((line) => /^\s+at /.test(line)).join("\n");
}

function codes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  return [...own, ...codes(error.cause)];
}
