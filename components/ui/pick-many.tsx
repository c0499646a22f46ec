"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { FilteredList } from "#components/ui/filtered-list.tsx";

type Props<Value extends string> = {
  label: string;
  choices: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  /** Said of it beside what is chosen. */
  describedBy?: string | undefined;
};

/** Any number of many: what is chosen stands there and can be taken out, and a list that is filtered by typing has the rest. */
export function PickMany<Value extends string>({ label, choices, chosen, onChange, describedBy }: Props<Value>) {
  const group = useRef<HTMLFieldSetElement>(null);
  const wordsOf = (value: Value) => choices.find((choice) => choice.value === value)?.label ?? value;
  const takeOut = (place: number) => {
    onChange(chosen.filter((_, index) => index !== place));
    group.current?.querySelector<HTMLElement>("[popovertarget]")?.focus();
  };
  return (
    <fieldset ref={group} aria-describedby={describedBy} className="min-w-0">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {chosen.length > 0 && (
        <ul className="mb-1.5 flex min-w-0 flex-wrap gap-1.5">
          {[...chosen.entries()].map(([place, value]) => (
            <li key={place} className="inline-flex min-h-8 max-w-full items-center gap-1 rounded-md border border-accent bg-accent-soft pl-2.5 text-sm">
              <span className="min-w-0 wrap-anywhere">{wordsOf(value)}</span>
              <button type="button" aria-label={`Take out ${wordsOf(value)}`} onClick={() => takeOut(place)} className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken">
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <FilteredList trigger="Choose …" name={`Choose: ${label}`} choices={choices} chosen={chosen} onPick={(picked) => onChange(chosen.includes(picked) ? chosen.filter((value) => value !== picked) : [...chosen, picked])} />
    </fieldset>
  );
}
