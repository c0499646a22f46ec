"use client";

import { useEffect } from "react";

/** With scripts: the figure comes into sight, focus goes into the drawer when it opens, Escape closes it, and focus goes back to the figure it belongs to. */
export function DrawerFocus() {
  useEffect(() => {
    const opener = document.querySelector<HTMLElement>(".statement a[aria-current]");
    opener?.scrollIntoView({ block: "nearest", inline: "nearest" });
    document.getElementById("proof")?.focus({ preventScroll: true });
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) document.getElementById("proof-close")?.click();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      opener?.focus({ preventScroll: true });
    };
  }, []);
  return null;
}
