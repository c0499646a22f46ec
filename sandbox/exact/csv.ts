// CSV with quoted fields, as much as the real books need.

export type Row = Readonly<Record<string, string>>;

export function readCsv(text: string): readonly Row[] {
  const [header = [], ...rows] = text.split(/\r?\n/).filter(Boolean).map(fieldsOf);
  return rows.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""])));
}

function fieldsOf(line: string): readonly string[] {
  const fields = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  const found = [...fields].map(([, field = ""]) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
  // The expression matches once more, empty, at the end of a line that does not end in a comma.
  return line.endsWith(",") ? found : found.slice(0, -1);
}
