/** Those of whose name some word begins with each word typed, in the order given. */
export function matching<Item>(items: readonly Item[], typed: string, nameOf: (item: Item) => string): readonly Item[] {
  const beginnings = wordsOf(typed);
  return items.filter((item) => beginnings.every((beginning) => wordsOf(nameOf(item)).some((word) => word.startsWith(beginning))));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
