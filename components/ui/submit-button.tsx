"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "#components/ui/button.tsx";

/** The button of a form; while the form is under way it cannot be pressed again and says so. */
export function SubmitButton({ children, pendingLabel, ...rest }: ComponentProps<typeof Button> & { pendingLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button aria-busy={pending || undefined} {...rest} disabled={pending || rest.disabled}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
