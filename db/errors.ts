// What went wrong in the database, in words both dialects share.
import { DrizzleQueryError } from "drizzle-orm";

const busy = "DAYBOOK_DATABASE_BUSY";

/** A unique key was taken. */
export function isDuplicate(error: unknown): boolean {
  return codes(error).some((code) => code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY");
}

/** Nobody got through within the time we are ready to wait. The message is a sentence for the person who asked. */
export function isBusy(error: unknown): boolean {
  return codes(error).includes(busy);
}

export function busyError(seconds: number): Error {
  const message = `The database was busy for ${seconds} seconds, so nothing was done. Nothing is lost; try again in a moment.`;
  return Object.assign(new Error(message), { code: busy });
}

/** The server went away or asks for the whole transaction again. */
export function isTransient(error: unknown): boolean {
  const transient = ["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "40001", "40P01"];
  return codes(error).some((code) => transient.includes(code));
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
