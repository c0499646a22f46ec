import { noteWords } from "#lib/reports/note-words.ts";
import type { Report } from "#lib/reports/report.ts";

type Props = { report: Report; contentHash: string };

/** Beneath a statement: what is not in it, what to keep in mind, and by what it can be recognised. */
export function ReportNotes({ report, contentHash }: Props) {
  const notes = noteWords(report);
  return (
    <div className="mt-4 max-w-3xl text-sm text-muted">
      {notes.length > 0 && (
        <ul className="list-disc pl-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="mt-2 break-all">SHA-256 {contentHash}</p>
    </div>
  );
}
