// Most browsers claim to be several others as well, so the order matters: the first word found is the right one.
const browsers = { "Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari" };
const systems = { Windows: "Windows", iPhone: "iPhone", iPad: "iPad", "Mac OS": "macOS", Android: "Android", Linux: "Linux" };

/** "Firefox on Linux", from what a browser says of itself. */
export function browserOf(userAgent: string | null): string {
  const browser = named(browsers, userAgent ?? "");
  const system = named(systems, userAgent ?? "");
  if (!browser) return "Another program";
  return system ? `${browser} on ${system}` : browser;
}

function named(names: Record<string, string>, userAgent: string): string | undefined {
  return Object.entries(names).find(([word]) => userAgent.includes(word))?.[1];
}
