// A production build, when there is none of these very sources yet: second starts take seconds.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { type Running, start } from "./processes.ts";

const sources = ["app/**/*", "components/**/*", "lib/**/*", "db/**/*", "public/**/*", "*.ts", "*.mjs", "package.json", "package-lock.json", "tsconfig.json"];
/** By the build itself, so that it is another after the first one. */
const written = "next-env.d.ts";
const mark = ".next/daybook-sources";

/** True when it built. Fails with the compiler's words. The build is among `running` while it runs, so that it can be stopped. */
export async function buildIfNeeded(say: (line: string) => void, running: Running[] = []): Promise<boolean> {
  const hash = hashOfSources();
  if (existsSync(".next/BUILD_ID") && existsSync(mark) && readFileSync(mark, "utf8") === hash) return false;
  say("Building the app (a minute or two, once) …");
  const build = start("The build", ["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production" });
  running.push(build);
  if ((await build.ended) !== 0) throw new Error(`The build failed:\n${build.output()}`);
  running.splice(running.indexOf(build), 1);
  writeFileSync(mark, hash);
  return true;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  // A folder may end like a file: app/api/v1/openapi.json is an address.
  const files = globSync(sources).filter((name) => statSync(name).isFile() && !name.endsWith(".test.ts") && name !== written);
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}
