"use client";

import { Keyboard } from "lucide-react";
import { menuItemClasses } from "#components/ui/menu.tsx";

/** Shows and hides the keys over their controls. */
export function HintsButton() {
  return (
    <button type="button" data-key="?" onClick={() => document.documentElement.toggleAttribute("data-hints")} className={menuItemClasses}>
      <Keyboard aria-hidden className="size-4 text-muted" />
      Show keyboard shortcuts
    </button>
  );
}
