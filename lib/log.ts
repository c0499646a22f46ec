// Structured logs, one JSON line each. What is logged is named field by field; bodies, tokens and headers never are. Of an error only what
// names the fault is kept: drivers hang a query's values onto theirs, and values are people's data and secrets.
import pino, { type DestinationStream, type Logger } from "pino";

/** Should somebody log one of these after all. */
const secrets = ["password", "passwordHash", "token", "accessToken", "refreshToken", "secret", "authorization", "cookie", "apiKey"].flatMap((name) => [name, `*.${name}`]);

export const logger = loggerTo(pino.destination(1), process.env.LOG_LEVEL ?? "");

export function loggerTo(stream: DestinationStream, level: string): Logger {
  // lib/env.ts refuses a level that is none, and needs somebody to say so.
  const known = [...Object.values(pino.levels.labels), "silent"].includes(level) ? level : "info";
  return pino({ level: known, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: faultOf }, redact: { paths: secrets, censor: "[kept secret]" } }, stream);
}

type Fault = { type: string; message: string; code?: string; stack?: string; cause?: Fault };

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: "Something was thrown that is no error." };
  const { name, message, stack, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const frames = stack ? { stack: stack.split("\n").filter((line) => /^\s+at /.test(line)).join("\n") } : {};
  return { type: name, message, ...code, ...frames, ...(cause === undefined ? {} : { cause: faultOf(cause) }) };
}
