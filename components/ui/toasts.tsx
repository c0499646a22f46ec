"use client";

import { type CSSProperties, useEffect } from "react";
import { Toaster, toast } from "sonner";

/** `id` tells one from the same words said again. */
export type Sentence = { id: string; words: string };

/** One at a time, in the corner, read out politely; it waits while the pointer or focus is on it, and goes on Escape. */
export function Toasts({ said }: { said: Sentence | null }) {
  const { id, words } = said ?? {};
  useEffect(() => {
    if (id !== undefined) toast.success(words, { id });
  }, [id, words]);
  return <Toaster position="bottom-right" duration={6_000} closeButton visibleToasts={3} className="print:hidden" style={look} toastOptions={{ closeButtonAriaLabel: "Close" }} />;
}

const look: CSSProperties & Record<`--${string}`, string> = {
  fontFamily: "inherit",
  "--normal-bg": "var(--surface)",
  "--normal-border": "var(--control)",
  "--normal-text": "var(--ink)",
  "--border-radius": "var(--radius-lg)",
};
