"use client";

import { Search } from "lucide-react";
import { type ComponentType, useState } from "react";
import type { PaletteProps } from "#components/shell/palette.tsx";
import { buttonClasses } from "#components/ui/button.tsx";

type Props = Omit<PaletteProps, "close">;

/** Opens the palette, which is loaded the first time that somebody wants it. */
export function PaletteButton(props: Props) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);
  const show = async () => {
    const loaded = await import("#components/shell/palette.tsx");
    setPalette(() => loaded.Palette);
    setOpen(true);
  };
  return (
    <>
      <button type="button" data-key="⌘K" aria-haspopup="dialog" onClick={show} className={buttonClasses({ variant: "quiet", size: "small" })}>
        <Search aria-hidden className="size-4" />
        <span className="max-sm:sr-only">Search</span>
        <kbd className="hidden rounded-sm border border-line px-1 text-xs font-normal text-muted sm:inline">⌘K</kbd>
      </button>
      {Palette && open && <Palette {...props} close={() => setOpen(false)} />}
    </>
  );
}
