import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { lastOf, settingsOf, stagesOf } from "./dockerfile.ts";

const stages = stagesOf(readFileSync("Dockerfile", "utf8"));
const [build = missing(), image = missing()] = stages;
const compose = z
  .object({ services: z.record(z.string(), z.looseObject({ command: z.array(z.string()).optional(), environment: z.record(z.string(), z.string()) })) })
  .parse(parse(readFileSync("compose.yaml", "utf8"), { merge: true }));

test("the image is the last stage, on the same base as the build, and no user of it is root", () => {
  expect(stages.map(({ base, name }) => [base, name])).toEqual([["node:24-slim", "build"], ["node:24-slim", "1"]]);
  expect(lastOf(image, "USER")).toBe("node");
  expect(settingsOf(image)).toEqual({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", WORKER: "none" });
});

test("what the image and the services start is in the repository", () => {
  const started = [lastOf(image, "CMD"), lastOf(image, "HEALTHCHECK")?.replace(/^.*CMD /, ""), JSON.stringify(compose.services.worker?.command)];
  expect(started).toEqual(['["node", "scripts/start.ts"]', '["node", "scripts/image/is-well.ts"]', '["node","worker/main.ts"]']);
  expect(build.instructions.map(({ rest }) => rest)).toContain("node scripts/build-app.ts");
  for (const file of ["scripts/start.ts", "scripts/image/is-well.ts", "worker/main.ts", "scripts/build-app.ts"]) expect(existsSync(file), file).toBe(true);
});

test("neither a secret nor what was made here gets into the image", () => {
  const left = readFileSync(".dockerignore", "utf8").split("\n");
  for (const name of [".env*", ".daybook", ".git", "node_modules", ".next"]) expect(left).toContain(name);
  expect(readFileSync("Dockerfile", "utf8")).not.toMatch(/SECRET|PASSWORD|_KEY/);
});

test("app and worker have the same database and the same backups", () => {
  expect(compose.services.worker?.environment).toEqual(compose.services.app?.environment);
  expect(compose.services.app?.environment).toMatchObject({ WORKER: "none", BACKUP_DIR: "/daybook/.daybook/backups" });
});

function missing(): never {
  throw new Error("The Dockerfile has fewer stages than it should.");
}
