import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { registerPerson } from "#app/(signed-out)/register/actions.ts";
import { currentCaller } from "#app/session.ts";
import { Entrance } from "#components/people/entrance.tsx";
import { FieldsForm } from "#components/people/fields-form.tsx";
import { newPersonFields } from "#components/people/person-fields.ts";
import { isRegistrationOpen } from "#lib/people/register.ts";

export const metadata: Metadata = { title: "Make an account" };

export default async function RegisterPage() {
  if (!(await isRegistrationOpen())) notFound();
  if (await currentCaller()) redirect("/");
  return (
    <Entrance title="Make an account" lead="You can then be given access to organisations, or connect your own if your role allows it.">
      <FieldsForm action={registerPerson} submit="Make my account" pending="Making it …" fields={newPersonFields} />
    </Entrance>
  );
}
