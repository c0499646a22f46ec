import { expect, test } from "vitest";
import { type Failure, fail, failureOf } from "#lib/failure.ts";

function thrown(work: () => never): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test.each<[Failure["code"], boolean]>([
  ["rateLimited", true],
  ["unavailable", true],
  ["reauthRequired", false],
  ["disconnected", false],
  ["notPermitted", false],
  ["malformed", false],
  ["refused", false],
])("%s: that trying again may help is %s", (code, retryable) => {
  expect(failureOf(thrown(() => fail(code, "It did not answer.")))).toEqual({ code, message: "It did not answer.", retryable, retryAfterSeconds: null });
});

test("a failure keeps when to try again, what it came from, and its sentence as the error's", () => {
  const cause = new Error("ECONNRESET");
  const error = thrown(() => fail("unavailable", "It broke off.", { retryAfterSeconds: 90, cause }));
  expect(error).toMatchObject({ message: "It broke off.", cause });
  expect(failureOf(error)?.retryAfterSeconds).toBe(90);
});

test.each([new Error("a bug"), Object.assign(new Error("another's"), { failure: "yes" }), Object.assign(new Error("another's"), { failure: null }), { failure: { code: "refused", retryable: false } }, "refused", null])(
  "%o is no failure of ours: it goes through",
  (error) => {
    expect(failureOf(error)).toBeUndefined();
  },
);
