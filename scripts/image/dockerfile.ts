// As much of a Dockerfile as ours uses: stages, and in each its instructions, one a line.

export type Instruction = { word: string; rest: string };
export type Stage = { name: string; base: string; instructions: Instruction[] };

export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "" && !one.startsWith("#"))) {
    const [, word = "", rest = ""] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    if (word === "") throw new Error(`The Dockerfile has a line that is no instruction: ${line}`);
    if (word === "FROM") stages.push(stageFrom(rest, stages.length));
    else stages.at(-1)?.instructions.push({ word, rest });
  }
  return stages;
}

/** The last word counts, as it does in an image. */
export function lastOf({ instructions }: Stage, word: string): string | undefined {
  return instructions.findLast((instruction) => instruction.word === word)?.rest;
}

export function settingsOf({ instructions }: Stage): Record<string, string> {
  const pairs = instructions.filter(({ word }) => word === "ENV").map(({ rest }) => rest.split("="));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, value]));
}

function stageFrom(rest: string, number: number): Stage {
  const [base = "", name = String(number)] = rest.split(" AS ");
  return { name, base, instructions: [] };
}
