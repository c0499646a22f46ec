"use client";

import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import { type Draft, draftsOf, rowsOf } from "#components/custom/drafts.ts";
import { faultAt, type Refused } from "#components/custom/faults.ts";
import { RefusedNotice } from "#components/custom/refused-notice.tsx";
import { RowList } from "#components/custom/row-list.tsx";
import { keep } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import type { RowChoices } from "#lib/reports/custom/saved/row-choices.ts";
import { rowsAsText } from "#lib/reports/custom/saved/row-words.ts";

export type DefinitionActions = {
  save: (previous: Refused | undefined, form: FormData) => Promise<Refused | undefined>;
  /** The rows of a text in JSON, or why it has none. */
  read: (text: string) => Promise<{ rows: CustomRow[] } | Refused>;
};
type Props = { actions: DefinitionActions; tenantId: string; name: string; rows: CustomRow[]; choices: RowChoices };

/** What a custom report is called, and its rows: put together in a form, or written in JSON, which is what is sent. Without scripts there is the JSON. */
export function DefinitionForm({ actions, tenantId, name, rows, choices }: Props) {
  const [answer, act] = useActionState(actions.save, undefined);
  const form = useRef<HTMLFormElement>(null);
  const { drafts, setDrafts, text, unread, isReading, writeText, showJson, showForm, forget } = useRows(rows, actions.read, answer?.given.rows);
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] button")?.focus();
  }, [answer]);
  const refused = unread ?? answer;
  return (
    <form ref={form} action={act} onSubmit={forget} onReset={keep} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="tenantId" value={tenantId} />
      <Field label="Name" name="name" required maxLength={100} autoComplete="off" defaultValue={answer?.given.name ?? name} hint="The title of what is made of it. One of the same name is replaced." error={answer && faultAt(answer.faults, "/name")} />
      {text === null && (
        <div className="noscript:hidden">
          <RowList drafts={drafts} setDrafts={setDrafts} answer={answer} choices={choices} />
        </div>
      )}
      <TextArea
        label="Rows in JSON"
        name="rows"
        rows={14}
        spellCheck={false}
        value={text ?? rowsAsText(rowsOf(drafts))}
        onChange={(event) => writeText(event.target.value)}
        className={classes("[&_textarea]:font-mono [&_textarea]:text-sm", text === null && "hidden noscript:flex")}
        hint="A list, a row a line: heading, accounts (by codes, sections, types, tags …), kpi, formula. A formula names the ids of other rows, or measures of the dashboard."
        error={text !== null && refused && faultAt(refused.faults, "/rows") ? "See below what is wrong." : undefined}
      />
      {refused && <RefusedNotice refused={refused} />}
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="primary" pendingLabel="Saving">
          Save report
        </SubmitButton>
        <SubmitButton name="then" value="make" pendingLabel="Saving">
          Save and make
        </SubmitButton>
        <Button type="button" variant="quiet" aria-busy={isReading || undefined} className="noscript:hidden" onClick={text === null ? showJson : showForm}>
          {text === null ? "Show as JSON" : "Back to the form"}
        </Button>
      </div>
    </form>
  );
}

/** The definition, as rows of a form or, while somebody writes JSON, as a text. A text nobody changed leads back to the rows as they were, finished or not;
 * one that was changed is read by the server first. `given` is what was sent where there are no scripts. */
function useRows(rows: readonly CustomRow[], read: DefinitionActions["read"], given: string | undefined) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => draftsOf(rows));
  const [text, setText] = useState<string | null>(given ?? null);
  const [unread, setUnread] = useState<Refused>();
  const [isReading, startReading] = useTransition();
  const shown = rowsAsText(rowsOf(drafts));
  const take = (taken: readonly Draft[] | null) => {
    if (taken) setDrafts(taken);
    setText(null);
    setUnread(undefined);
  };
  const showForm = () => {
    if (text === null || text === shown) return take(null);
    startReading(async () => {
      const answer = await read(text);
      if ("rows" in answer) take(draftsOf(answer.rows));
      else setUnread(answer);
    });
  };
  return { drafts, setDrafts, text, unread, isReading, writeText: setText, showJson: () => setText(shown), showForm, forget: () => setUnread(undefined) };
}
