"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { controlClasses } from "#components/ui/field.tsx";
import { matching } from "#components/ui/matching.ts";
import { menuItemClasses, panel, places } from "#components/ui/menu.tsx";
import { moveFocus } from "#components/ui/move-focus.ts";

type Props<Value extends string> = {
  /** What the button says, and what it is called where there are several of it. */
  trigger: string;
  name: string;
  choices: readonly { value: Value; label: string }[];
  /** Those that are ticked; without it one is picked, and the list closes. */
  chosen?: readonly Value[];
  onPick: (value: Value) => void;
};

/** A button that opens a long list: type to filter, arrows to move, Enter to pick; Enter alone picks the first that was found. */
export function FilteredList<Value extends string>({ trigger, name, choices, chosen, onPick }: Props<Value>) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const found = isOpen ? matching(choices, typed, ({ label }) => label) : [];
  const follow = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen);
    setTyped("");
    if (isNowOpen) filter.current?.focus();
  };
  const pick = (value: Value) => {
    if (!chosen) box.current?.hidePopover();
    onPick(value);
  };
  const pickFirst = () => {
    setTyped("");
    if (found[0]) pick(found[0].value);
  };
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={name} className={buttonClasses({ size: "small" })}>
        {trigger}
      </button>
      <div ref={box} id={id} popover="auto" role="dialog" aria-label={name} onToggle={(event) => follow(event.newState === "open")} onKeyDown={(event) => steer(event, box.current, pickFirst)} className={classes(panel, places.left, "w-80 max-w-[calc(100vw-1.5rem)] [position-try-fallbacks:flip-block]")}>
        <input ref={filter} type="search" aria-label={`Filter: ${name}`} placeholder="Type to filter" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} className={classes(controlClasses, "mb-1.5 min-h-9 px-2.5")} />
        <ul className="max-h-64 overflow-y-auto" aria-label={name}>
          {found.map(({ value, label }) => (
            <li key={value}>{chosen ? <Tick label={label} isChosen={chosen.includes(value)} onPick={() => pick(value)} /> : <Pick label={label} onPick={() => pick(value)} />}</li>
          ))}
        </ul>
        <p role="status" className="px-3 text-sm text-muted">
          {isOpen && found.length === 0 && "Nothing here goes by that name."}
        </p>
      </div>
    </>
  );
}

function Tick({ label, isChosen, onPick }: { label: string; isChosen: boolean; onPick: () => void }) {
  return (
    <label className={menuItemClasses}>
      <input type="checkbox" checked={isChosen} onChange={onPick} className="size-4 shrink-0 accent-accent" />
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </label>
  );
}

function Pick({ label, onPick }: { label: string; onPick: () => void }) {
  return (
    <button type="button" onClick={onPick} className={menuItemClasses}>
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </button>
  );
}

/** Enter in a field would send the form that the list stands in, and Escape would only empty the filter. */
function steer(event: KeyboardEvent, box: HTMLElement | null, pickFirst: () => void): void {
  moveFocus(event, box);
  if (event.key === "Escape") box?.hidePopover();
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (event.target.type === "search") pickFirst();
}
