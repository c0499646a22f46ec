import type { Metadata } from "next";
import { signInWithLink } from "#app/(signed-out)/sign-in/actions.ts";
import { Entrance } from "#components/people/entrance.tsx";
import { FieldsForm } from "#components/people/fields-form.tsx";

export const metadata: Metadata = { title: "Sign in by link", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[]; next?: string | string[] }> };

/** Looking at the page uses nothing up: mail scanners and previews look too. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  return (
    <Entrance title="Sign in by link" lead="This link signs you in once.">
      <FieldsForm action={signInWithLink} hidden={{ token: typeof token === "string" ? token : "", next: typeof next === "string" ? next : "" }} submit="Sign me in" pending="Signing in …" fields={[]} />
      <p className="mt-5 text-sm">
        <a href="/sign-in" className="text-accent underline">
          Sign in with a password instead
        </a>
      </p>
    </Entrance>
  );
}
