// The rows of a custom report as people write and read them.

/** In JSON, a row a line. */
export function rowsAsText(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]`;
}

/** The rows of a text that was written so, each in JSON. */
export function rowLines(text: string): string[] {
  return text.split("\n").slice(1, -1).map((line) => line.trim().replace(/,$/, ""));
}

/** Where a fault of a definition lies: "Row 2, formula" for "/rows/1/formula", "Name" for "/name". */
export function placeInWords(pointer: string): string {
  const [first = "", row, ...within] = pointer.split("/").slice(1);
  if (first !== "rows") return first === "name" ? "Name" : first;
  if (row === undefined) return "Rows";
  return [`Row ${Number(row) + 1}`, ...within.slice(0, 1).map((field) => (field === "notMeaningful" ? "no figure when" : field))].join(", ");
}
