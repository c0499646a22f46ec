"use client";

import { useEffect, useId, useRef, useState } from "react";
import { type Draft, type Edit, edited, type Kind, nextKey } from "#components/custom/drafts.ts";
import type { Refused } from "#components/custom/faults.ts";
import { RowEditor } from "#components/custom/row-editor.tsx";
import { kindWords, titleOf } from "#components/custom/row-summary.ts";
import { Button } from "#components/ui/button.tsx";
import type { RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

type Props = { drafts: readonly Draft[]; setDrafts: (change: (drafts: readonly Draft[]) => Draft[]) => void; answer: Refused | undefined; choices: RowChoices };

/** The rows in their order, and buttons for more of them. Focus goes along with what was added or moved, and to its neighbour from what was taken out. */
export function RowList({ drafts, setDrafts, answer, choices }: Props) {
  const list = useId();
  const [said, setSaid] = useState("");
  const focus = useFocus();
  const idOf = (key: number) => `${list}-${key}`;
  const edit = (change: Edit) => {
    setDrafts((before) => edited(before, change));
    if (change.do === "move") focus([`${idOf(change.key)}-${change.by === 1 ? "down" : "up"}`, `${idOf(change.key)}-${change.by === 1 ? "up" : "down"}`]);
    if (change.do === "takeOut") focus([...neighbours(drafts, change.key).map(idOf), `${list}-accounts`]);
    if (change.do === "move" || change.do === "takeOut") setSaid(inWords(change, drafts, choices));
  };
  const add = (kind: Kind) => {
    edit({ do: "add", kind });
    focus([`${idOf(nextKey(drafts))}-fields`]);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">Rows</legend>
      <ol className="grid gap-2">
        {[...drafts.entries()].map(([place, draft]) => (
          <RowEditor key={draft.key} id={idOf(draft.key)} draft={draft} place={place} drafts={drafts} answer={answer} choices={choices} edit={edit} />
        ))}
      </ol>
      <fieldset aria-label="Add a row" className="mt-3 flex flex-wrap items-center gap-2">
        {kinds.map((kind) => (
          <Button key={kind} id={`${list}-${kind}`} type="button" size="small" aria-label={`Add a row: ${kindWords[kind]}`} onClick={() => add(kind)}>
            + {kindWords[kind]}
          </Button>
        ))}
      </fieldset>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}

const kinds: readonly Kind[] = ["accounts", "formula", "kpi", "heading"];

/** Once what was done is on the screen, the first of these elements that can be focused is, or what can be within it. */
function useFocus(): (ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const places = wanted.current.flatMap((id) => document.getElementById(id) ?? []);
    wanted.current = [];
    places.flatMap((place) => (place.matches(focusable) ? place : (place.querySelector<HTMLElement>(focusable) ?? [])))[0]?.focus();
  });
  return (ids) => {
    wanted.current = ids;
  };
}

const focusable = ":is(button, input, select):not(:disabled)";

function neighbours(drafts: readonly Draft[], key: number): number[] {
  const place = drafts.findIndex((draft) => draft.key === key);
  return [drafts[place + 1], drafts[place - 1]].flatMap((draft) => draft?.key ?? []);
}

function inWords(change: Extract<Edit, { do: "move" | "takeOut" }>, drafts: readonly Draft[], choices: RowChoices): string {
  const place = drafts.findIndex(({ key }) => key === change.key);
  const draft = drafts[place];
  if (!draft) return "";
  const title = titleOf(draft.row, choices);
  return change.do === "move" ? `${title} is row ${place + change.by + 1} of ${drafts.length}.` : `${title} is taken out.`;
}
