// The table as performance figures are written down: a ratio says how many times as fast as the anchor Daybook was in this very run.
import { availableParallelism, loadavg } from "node:os";

export type Line = { metric: string; anchor: string; ours: string; ratio: number | null; goal: string };

export function printed(title: string, lines: readonly Line[]): string {
  const rows = lines.map(({ metric, anchor, ours, ratio, goal }) => [metric, anchor, ours, ratio === null ? "" : `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`, goal]);
  const all = [["metric", "anchor", "ours", "ratio", "goal"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const [head = "", ...body] = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [`${title}. ${machine()}`, "", head, rule, ...body].join("\n");
}

function machine(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}.`;
}
