// next-auth, all of it. The cookie is an encrypted token that holds the id of a session and nothing else; who that is and what they may do
// is read from the database each time. Our own sign-in form works without scripts, which next-auth's does not, so it sets the same
// cookie by `keepSession`; next-auth's own addresses under /api/auth go through the same `signIn`.
import { cookies, headers } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { getServerSession, type NextAuthOptions, type Session } from "next-auth";
import { encode, type JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookieNamed } from "#app/cookies.ts";
import { requireSameOrigin } from "#app/same-origin.ts";
import { readAtMost } from "#lib/body.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/log.ts";
import { callerOfSession, type SignedIn } from "#lib/people/caller.ts";
import { originOf } from "#lib/people/origin.ts";
import { longestLife, signOut } from "#lib/people/sessions.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { problem } from "#lib/problem.ts";
import { Refusal } from "#lib/refusal.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const maxAge = longestLife / 1000;
/** Bytes. */
const longestForm = 20_000;

export async function callerOfCookie(): Promise<SignedIn | undefined> {
  const session = await getServerSession(options());
  return session?.caller;
}

/** Hands the browser the session it has just been given. Only in a server action or route. */
export async function keepSession(sessionId: string): Promise<void> {
  const { name, options: attributes } = cookieNamed("session");
  const token = await encode({ token: { sessionId }, secret: env().NEXTAUTH_SECRET, maxAge });
  (await cookies()).set(name, token, { ...attributes, maxAge });
}

export async function forgetSession(): Promise<void> {
  const { name, options: attributes } = cookieNamed("session");
  (await cookies()).set(name, "", { ...attributes, maxAge: 0 });
}

/** next-auth reads whatever it is sent; nothing that belongs here is long. */
export async function answerAuth(request: NextRequest, context: Context): Promise<Response> {
  if (request.method === "GET") return NextAuth(request, context, options());
  // Next answers HEAD by what GET answers; next-auth knows no HEAD.
  if (request.method === "HEAD") return NextAuth(new NextRequest(request.url, { headers: request.headers }), context, options());
  try {
    requireSameOrigin(request);
    const body = await readAtMost(longestForm, request);
    return NextAuth(new NextRequest(request.url, { method: request.method, headers: request.headers, body }), context, options());
  } catch (error) {
    return problem(error, crypto.randomUUID());
  }
}

/** Read when first asked for: a build has no environment. */
function options() {
  // next-auth reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = env().APP_URL;
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: env().APP_URL.startsWith("https://"),
    cookies: { sessionToken: cookieNamed("session"), callbackUrl: cookieNamed("next"), csrfToken: cookieNamed("csrf") },
    providers: [Credentials({ credentials: { email: { type: "email" }, password: { type: "password" } }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
      session: sessionOf,
    },
    events: { signOut: endSessionOf },
    logger: {
      error: (code) => logger[code === "JWT_SESSION_ERROR" ? "debug" : "error"]({ code }, "next-auth failed."),
      warn: (code) => logger.debug({ code }, "next-auth warns."),
      debug: () => {},
    },
  } satisfies NextAuthOptions;
}

async function authorize(given: Record<string, string> | undefined, request: { headers?: Record<string, string> | undefined }) {
  try {
    const id = await signIn({ email: given?.email ?? "", password: given?.password ?? "" }, originOf(new Headers(request.headers)));
    return { id };
  } catch (error) {
    // next-auth writes the message into an address, so it must be a word of ours.
    if (error instanceof Refusal) throw new Error(error.reason, { cause: error });
    logger.error({ err: error }, "Signing in failed.");
    throw new Error("bug", { cause: error });
  }
}

async function sessionOf({ session, token }: { session: Session; token: JWT }) {
  const caller = await callerOf(token);
  return caller ? { expires: session.expires, caller } : { expires: session.expires };
}

async function endSessionOf({ token }: { token: JWT }): Promise<void> {
  const caller = await callerOf(token);
  if (caller) await signOut(caller);
}

async function callerOf({ sessionId }: JWT): Promise<SignedIn | undefined> {
  return typeof sessionId === "string" ? callerOfSession(sessionId, new Date(), originOf(await headers())) : undefined;
}
