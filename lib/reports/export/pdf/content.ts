// What is on the paper of a report, in the order in which it is read, before anybody knows how large the sheet is.
import type { Fact } from "#lib/reports/export/facts.ts";

/** `closes` where the figure ends in a parenthesis, so that digits stand under digits. `verdict` stands before it, `mark` is the number of a note behind it. */
export type FigureWords = { figure: string; closes: boolean; verdict: string | null; mark: number | null };

export type Look = "section" | "plain" | "contact" | "residual" | "subtotal" | "total" | "share";

/** `code` and the number of a `note` stand behind the label, `beneath` under it. */
export type TableRow = { label: string; code: string | null; note: number | null; beneath: string | null; level: number; look: Look; cells: readonly (FigureWords | null)[] };

/** `isBeside`: not to be parted from the column before it. */
export type Head = { of: string; counts: string; isBeside: boolean };

/** `title` is null where the title of the report is enough. */
export type Table = { title: string | null; rowsAre: string; heads: readonly Head[]; rows: readonly TableRow[] };

/** Names with what is to be said of each. */
export type Words = { title: string; names: string; says: string; facts: readonly Fact[] };

/** What somebody says of a report in a pack; `notes` of single rows, numbered as these are. */
export type Commentary = { paragraphs: readonly string[]; notes: readonly string[] };

export type Content = {
  organisation: string;
  title: string;
  /** Beneath the title, a paragraph each. */
  head: readonly string[];
  tables: readonly Table[];
  commentary: Commentary | null;
  notes: readonly string[];
  words: readonly Words[];
  /** On every page after the first, and at the foot of all. */
  again: string;
  foot: readonly string[];
};
