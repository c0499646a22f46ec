// Reads the comma-separated files of the real books: quoted fields, one header line.

export type Row = Record<string, string>;

export function parseCsv(text: string): Row[] {
  const [header = [], ...rows] = text.split(/\r?\n/).filter((line) => line !== "").map(fieldsOf);
  return rows.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""])));
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => (quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"')));
}
