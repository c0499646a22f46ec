// A browser's part of the work, without one: follows redirects by hand and keeps cookies, so that signing in and consenting are walked
// through the very addresses a person would walk through.

export type Page = { url: string; status: number; html: string };
export type Browser = {
  get: (url: string) => Promise<Page>;
  post: (url: string, form: Record<string, string>) => Promise<Page>;
  /** What it sends as its cookies to that address. */
  cookie: (url: string) => string;
};

export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const cookie = (url: string) => [...(jars.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");

  async function visit(url: string, request: RequestInit, hops = 0): Promise<Page> {
    const { host, origin } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const sent = cookie(url);
    const response = await fetch(url, { ...request, redirect: "manual", headers: { ...request.headers, ...(sent ? { cookie: sent } : {}), origin } });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const location = response.headers.get("location");
    if (location === null || response.status < 300 || response.status >= 400) return { url, status: response.status, html: await response.text() };
    if (hops > 10) throw new Error(`${url} sends its visitors in circles.`);
    return visit(new URL(location, url).href, {}, hops + 1);
  }
  return {
    cookie,
    get: (url) => visit(url, {}),
    post: (url, form) => visit(url, { method: "POST", body: new URLSearchParams(form), headers: { "content-type": "application/x-www-form-urlencoded" } }),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const split = pair.indexOf("=");
  jar.set(pair.slice(0, split), pair.slice(split + 1));
}

/** The hidden fields of the first form on a page, and the values of its radio buttons by name. */
export function readForm(html: string): { hidden: Record<string, string>; choices: { name: string; value: string }[] } {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({ type: attribute(tag, "type"), name: attribute(tag, "name"), value: attribute(tag, "value") }));
  const hidden = Object.fromEntries(inputs.filter(({ type }) => type === "hidden").map(({ name, value }) => [name, value]));
  return { hidden, choices: inputs.filter(({ type }) => type === "radio").map(({ name, value }) => ({ name, value })) };
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return found.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
