import { expect, test } from "vitest";
import { loggerTo } from "#lib/log.ts";

test("an error is logged by what names the fault, and nothing else that hangs on it", () => {
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(mere@example.com) already exists." });
  const line = logged({ requestId: "r1", err: Object.assign(new Error("The query failed.", { cause }), { params: ["$argon2id$secret"] }) });
  expect(JSON.parse(line)).toMatchObject({ requestId: "r1", err: { message: "The query failed.", cause: { message: "duplicate key", code: "23505" } } });
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("mere@example.com");
  expect(line).not.toContain("argon2id");
});

test("a secret that is logged by mistake is not readable", () => {
  const line = logged({ password: "seven teapots", tokens: { accessToken: "eyJ.1", refreshToken: "rt-1" }, headers: { authorization: "Bearer dbk_1", cookie: "daybook.session=1" } });
  expect(JSON.parse(line)).toMatchObject({ password: "[kept secret]", msg: "It failed." });
  for (const secret of ["teapots", "eyJ.1", "rt-1", "dbk_1", "session=1"]) expect(line).not.toContain(secret);
});

test("what is thrown without being an error is named, not quoted", () => {
  expect(JSON.parse(logged({ err: "token=abc" })).err).toEqual({ type: "string", message: "Something was thrown that is no error." });
});

function logged(fields: object): string {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  loggerTo(stream, "info").warn(fields, "It failed.");
  return lines.join("");
}
