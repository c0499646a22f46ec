// The steps of a Dockerfile in a folder of their own: each stage is a folder, its working directory that folder, its user whoever runs this.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instruction, settingsOf, type Stage } from "./dockerfile.ts";

type Site = { sources: string; folderOf: (stage: string) => string; say: (line: string) => void };

export function performStage(stage: Stage, site: Site): void {
  const folder = site.folderOf(stage.name);
  mkdirSync(folder, { recursive: true });
  for (const instruction of stage.instructions) {
    if (!["RUN", "COPY"].includes(instruction.word)) continue;
    site.say(`${instruction.word} ${instruction.rest}`);
    if (instruction.word === "RUN") run(instruction, folder, settingsOf(stage));
    else copy(instruction, folder, site);
  }
}

/** There is no user node here; what is made belongs to us as it is. */
function run({ rest }: Instruction, cwd: string, settings: Record<string, string>): void {
  const command = rest.replaceAll(/ && chown \S+ \S+/g, "");
  const { status } = spawnSync("sh", ["-c", command], { cwd, stdio: "inherit", env: { ...process.env, ...settings } });
  if (status !== 0) throw new Error(`This step of the Dockerfile failed: ${rest}`);
}

function copy({ rest }: Instruction, folder: string, { sources, folderOf }: Site): void {
  const [, from, paths = ""] = /^(?:--from=(\S+) )?(.+)$/.exec(rest) ?? [];
  const named = paths.split(" ").slice(0, -1);
  if (from) cpSync(folderOf(from), folder, { recursive: true, verbatimSymlinks: true });
  else for (const file of named.flatMap((path) => (path === "." ? ownFiles(sources) : [path]))) cpSync(join(sources, file), join(folder, file));
}

/** Those of the repository that .dockerignore does not leave out. */
function ownFiles(sources: string): string[] {
  const left = readFileSync(join(sources, ".dockerignore"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const { stdout } = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: sources, encoding: "utf8" });
  return stdout.split("\n").filter((name) => name !== "" && !left.includes(name.split("/")[0] ?? ""));
}
