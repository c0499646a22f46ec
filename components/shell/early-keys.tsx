/** Says that the page listens now: `Shortcuts` dispatches it on the document. */
export const listening = "daybook:listening";

/**
 * A page is seen before its scripts have come, and whoever knows its keys types at once. These keys are kept, and typed again when the page says that it
 * listens; the palette's own is kept from the browser as well.
 */
export function EarlyKeys({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: keepKeys }} />;
}

const keepKeys = `(() => {
  const kept = [];
  const keep = (event) => {
    if (event.key.length > 1 || event.isComposing) return;
    kept.push(event);
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") event.preventDefault();
  };
  document.addEventListener("keydown", keep);
  document.addEventListener("${listening}", () => {
    document.removeEventListener("keydown", keep);
    for (const event of kept) event.target.dispatchEvent(new KeyboardEvent("keydown", event));
  }, { once: true });
})();`;
