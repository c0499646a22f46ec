// A report under one of Xero's names as Report JSON, once its rows are computed.
import type { Basis } from "#db/vocabulary.ts";
import type { Books, Span } from "#lib/reports/books.ts";
import { type Circumstances, commonParts } from "#lib/reports/common-parts.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { NamedParameters } from "#lib/reports/named/named-parameters.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import type { Column, CustomReport, Row } from "#lib/reports/report.ts";
import { customType } from "#lib/reports/report-types.ts";

type Made = {
  circumstances: Circumstances;
  parameters: NamedParameters;
  basis: Basis;
  span: Span;
  books: Pick<Books, "accounts" | "residuals">;
  columns: Column[];
  rows: Row[];
  hiddenAccounts?: number;
  /** Sentences besides those that every report has. */
  notes?: readonly string[];
  comparison?: CustomReport["comparison"];
};

export function namedReport({ circumstances, parameters, basis, span, books, columns, rows, hiddenAccounts = 0, notes = [], comparison = null }: Made): CustomReport {
  const remarks = [...notes, ...qualityNotes({ ...circumstances, basis, end: span.end }, books, columns, rows)];
  return {
    ...commonParts(circumstances, span, { hiddenAccounts, notes: remarks }),
    type: customType,
    title: layoutTitles[parameters.layout],
    basis,
    comparison,
    columns,
    rows,
    parameters,
  };
}
