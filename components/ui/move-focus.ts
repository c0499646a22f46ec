import type { KeyboardEvent } from "react";

const stops = "input, button, a";

/** By the arrow keys, through what can be focused in a box, without going round at its ends. */
export function moveFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step || !box) return;
  event.preventDefault();
  const places = [...box.querySelectorAll<HTMLElement>(stops)];
  const focused = document.activeElement;
  const next = (focused instanceof HTMLElement ? places.indexOf(focused) : -1) + step;
  places[Math.max(0, Math.min(next, places.length - 1))]?.focus();
}
