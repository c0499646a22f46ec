import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signInWithPassword } from "#app/(signed-out)/sign-in/actions.ts";
import { currentCaller } from "#app/session.ts";
import { Entrance } from "#components/people/entrance.tsx";
import { FieldsForm } from "#components/people/fields-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { pathWithin } from "#lib/people/origin.ts";
import { isRegistrationOpen } from "#lib/people/register.ts";
import { isSetUp } from "#lib/people/set-up.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, callbackUrl, error, registered } = await searchParams;
  const next = pathWithin(asked ?? pathOf(callbackUrl));
  if (await currentCaller()) redirect(next);
  if (!(await isSetUp())) redirect("/set-up");
  return (
    <Entrance title="Sign in" foot={<Foot isOpen={await isRegistrationOpen()} />}>
      {error && (
        <Notice tone="error" className="mb-4">
          {error === "tooMany" ? "There were too many tries. Wait a while and try again." : "That did not work. Check your e-mail and password and try again."}
        </Notice>
      )}
      {registered && (
        <Notice tone="success" className="mb-4">
          If this e-mail was not registered before, your account is ready: sign in.
        </Notice>
      )}
      <FieldsForm action={signInWithPassword} hidden={{ next }} submit="Sign in" pending="Signing in …" fields={fields} />
    </Entrance>
  );
}

const fields = [
  { name: "email", label: "E-mail", type: "email", autoComplete: "username", required: true, autoFocus: true },
  { name: "password", label: "Password", type: "password", autoComplete: "current-password", required: true },
];

function Foot({ isOpen }: { isOpen: boolean }) {
  return (
    <>
      {isOpen && (
        <p className="mb-2">
          New here?{" "}
          <a href="/register" className="text-accent underline">
            Make an account
          </a>
        </p>
      )}
      <p>Forgotten your password? Whoever runs this Daybook can give you a new one, or a link that signs you in.</p>
    </>
  );
}

/** next-auth hands on a whole address of ours. */
function pathOf(address: string | string[] | undefined): string {
  if (typeof address !== "string" || !URL.canParse(address)) return "/";
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
