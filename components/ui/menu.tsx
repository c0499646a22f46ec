import type { ReactNode } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";

// A button and what it opens, by the browser's own popover: closes on Escape and on a click elsewhere, gives focus back, and opens
// without a script. Its content is ordinary links and forms, so that nothing has to be relearnt with a keyboard.

type Props = { id: string; trigger: ReactNode; align?: keyof typeof places; keys?: string; children: ReactNode };

export function Menu({ id, trigger, align = "right", keys, children }: Props) {
  return (
    <>
      <button type="button" popoverTarget={id} data-key={keys} className={classes(buttonClasses({ variant: "quiet", size: "small" }), "text-ink")}>
        {trigger}
      </button>
      <div id={id} popover="auto" className={classes(panel, places[align])}>
        {children}
      </div>
    </>
  );
}

/** A link or a button in a menu. */
export const menuItemClasses =
  "flex w-full items-center gap-3 rounded-md px-3 py-2 text-left text-base text-ink hover:bg-sunken focus-visible:bg-sunken aria-[current]:font-semibold";

/** Hangs under its own button where the browser can do that, else under the header, which is where every menu of ours is. */
export const panel =
  "fixed top-13 bottom-auto m-0 max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-lg border border-line bg-surface p-1.5 text-ink shadow-floating";

export const places = {
  left: "right-auto left-3 supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1.5 supports-[position-area:bottom]:[position-area:bottom_span-right]",
  right: "right-3 left-auto supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1.5 supports-[position-area:bottom]:[position-area:bottom_span-left]",
} as const;
