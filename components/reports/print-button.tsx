"use client";

import { Button } from "#components/ui/button.tsx";

export function PrintButton() {
  return (
    <Button type="button" size="small" onClick={() => window.print()}>
      Print
    </Button>
  );
}
