import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Users } from "./schema/index.ts";
import { systemTransaction } from "./system.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("an error of the database says what failed and where, and none of the values", async () => {
  const user = { email: "mere@example.com", passwordHash: "$argon2id$kept" };
  const insert = () => systemTransaction((tx) => tx.insert(Users).values(user).then(() => undefined));
  await insert();
  const said = inspect(await insert().catch((error: unknown) => error), { depth: 5 });
  expect(said).toMatch(/23505|SQLITE_CONSTRAINT_UNIQUE/);
  expect(said).toContain("errors.test.ts");
  expect(said).not.toContain("mere@");
  expect(said).not.toContain("argon2id");
});
