"use client";

import { useEffect } from "react";

/** Sends a form of the page once the page is there. Where there are no scripts, or once it was refused, its button is what sends it. */
export function SubmitOnArrival({ form }: { form: string }) {
  useEffect(() => {
    const found = document.getElementById(form);
    if (found instanceof HTMLFormElement) found.requestSubmit();
  }, [form]);
  return null;
}
