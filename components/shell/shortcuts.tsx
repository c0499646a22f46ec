"use client";

import { useEffect } from "react";
import { listening } from "#components/shell/early-keys.tsx";
import { type Typed, typedAfter } from "#components/shell/typed-keys.ts";

/**
 * Keys that work anywhere. A control that has one says so in `data-key`, and to type it is to press the control: what cannot be pressed is not
 * there to be typed. Nothing is taken from whoever writes in a field, moves in a chart, or holds a key of the browser's.
 */
export function Shortcuts() {
  useEffect(() => {
    let typed: Typed = { keys: "", at: 0 };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (!isForPalette(event) && isForOthers(event))) return;
      typed = isForPalette(event) ? { keys: "⌘K", at: event.timeStamp } : typedAfter(typed, event.key, event.timeStamp);
      const control = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(typed.keys)}"]`);
      if (!control) return;
      event.preventDefault();
      // What opens beside the control is then next for Tab.
      if (control.hasAttribute("popovertarget")) control.focus({ preventScroll: true });
      control.click();
    };
    document.addEventListener("keydown", listen);
    document.dispatchEvent(new Event(listening));
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}

function isForPalette({ metaKey, ctrlKey, key }: KeyboardEvent): boolean {
  return (metaKey || ctrlKey) && key.toLowerCase() === "k";
}

/** Where keys mean something already. */
function isForOthers({ metaKey, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  if (metaKey || ctrlKey || altKey) return true;
  return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [role=dialog], [role=application]") !== null;
}
