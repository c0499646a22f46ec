import type { ReactNode } from "react";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Pack } from "#lib/packs/pack.ts";

type Part = Pack["parts"][number];
type Actions = { comment: Act; order: Act; take: Act };
/** `earlier` and `later` are the orders in which it stands one place before or behind, where there is one. */
type Draft = { actions: Actions; hidden: Record<string, string>; rows: readonly { value: string; label: string }[]; earlier: readonly string[] | null; later: readonly string[] | null; isOnly: boolean };
type Props = { part: Part; number: number; href: string; draft: Draft | null; children: ReactNode };

/** One report of a pack: its figures, and what is said of it. */
export function PackPart({ part, number, href, draft, children }: Props) {
  return (
    <article aria-label={part.name} className="min-w-0">
      <Card
        title={
          <>
            {number}. <TextLink href={href}>{part.name}</TextLink>
          </>
        }
        actions={
          <>
            {part.stale && part.changedDocuments > 0 && <Badge tone="warning">Changed since</Badge>}
            {draft && <Places part={part} draft={draft} />}
          </>
        }
      >
        <details className="mb-4">
          <summary className="w-fit rounded-sm font-medium text-accent-strong">Figures</summary>
          <div className="mt-3">{children}</div>
        </details>
        {draft ? <CommentaryForms part={part} draft={draft} /> : <Commentary part={part} />}
      </Card>
    </article>
  );
}

function Places({ part: { id, name }, draft: { actions, hidden, earlier, later, isOnly } }: { part: Part; draft: Draft }) {
  return (
    <>
      {earlier && (
        <ActionForm action={actions.order} hidden={{ ...hidden, parts: earlier.join(" ") }}>
          <SubmitButton size="small" variant="quiet" aria-label={`Up: ${name}`}>
            Up
          </SubmitButton>
        </ActionForm>
      )}
      {later && (
        <ActionForm action={actions.order} hidden={{ ...hidden, parts: later.join(" ") }}>
          <SubmitButton size="small" variant="quiet" aria-label={`Down: ${name}`}>
            Down
          </SubmitButton>
        </ActionForm>
      )}
      {!isOnly && (
        <ActionForm action={actions.take} hidden={{ ...hidden, partId: id }}>
          <SubmitButton size="small" variant="quiet" aria-label={`Take out ${name}`}>
            Take out
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function Commentary({ part: { commentary, notes } }: { part: Part }) {
  if (commentary === "" && notes.length === 0) return <p className="text-muted">Nothing was said of it.</p>;
  return (
    <>
      {commentary !== "" && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{commentary}</p>}
      {notes.length > 0 && (
        <ol className="mt-3 max-w-prose list-decimal pl-5">
          {notes.map(({ row, label, text }) => (
            <li key={row} className="wrap-anywhere">
              <span className="font-medium">{label}:</span> {text}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function CommentaryForms({ part, draft: { actions, hidden, rows } }: { part: Part; draft: Draft }) {
  const { id: partId, name, commentary, notes } = part;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <ActionForm action={actions.comment} hidden={{ ...hidden, partId }}>
        <TextArea label="Commentary" name="text" defaultValue={commentary} maxLength={4_000} rows={5} />
        <SubmitButton size="small" className="mt-3" pendingLabel="Saving" aria-label={`Save commentary on ${name}`}>
          Save commentary
        </SubmitButton>
      </ActionForm>
      <div>
        {notes.length > 0 && (
          <ol className="mb-4 list-decimal pl-5">
            {notes.map(({ row, label, text }) => (
              <li key={row} className="mb-1.5">
                <span className="wrap-anywhere">
                  <span className="font-medium">{label}:</span> {text}
                </span>
                <ActionForm action={actions.comment} hidden={{ ...hidden, partId, row, text: "" }} className="inline-block">
                  <SubmitButton size="small" variant="quiet" aria-label={`Take back the note on ${label}`}>
                    Take back
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ol>
        )}
        <ActionForm action={actions.comment} hidden={{ ...hidden, partId }}>
          <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
            <Select label="Row" name="row" choices={rows} />
            <Field label="Note" name="text" maxLength={500} autoComplete="off" key={notes.length} />
          </div>
          <SubmitButton size="small" className="mt-3" pendingLabel="Saving" aria-label={`Save note on a row of ${name}`}>
            Save note
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
