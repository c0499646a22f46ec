"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { text: string; label: string; className?: string };

/** Puts a text on the clipboard and says so. Without scripts the text beside it can be selected. */
export function CopyButton({ text, label, className }: Props) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button type="button" size="small" className={className ?? ""} aria-label={label} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
    </Button>
  );
}
