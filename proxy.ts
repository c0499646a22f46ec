// Headers for every answer: what a page may load (a nonce for its own scripts), and that no other site may frame it. Nothing is
// authorised here; that happens where data is read.
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";

export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"));
  const headers = new Headers(request.headers);
  // Next takes the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set("x-daybook-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries({ ...always, "content-security-policy": policy, ...overHttps() })) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image).*)"] };

const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
};

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    // A form that connects to Xero is answered by a redirect there, which counts as its action.
    `form-action 'self' ${new URL(env().XERO_AUTHORIZE_URL).origin}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

function overHttps(): Record<string, string> {
  return env().APP_URL.startsWith("https://") ? { "strict-transport-security": "max-age=31536000" } : {};
}
