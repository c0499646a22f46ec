import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setUp } from "#app/(signed-out)/set-up/actions.ts";
import { Entrance } from "#components/people/entrance.tsx";
import { FieldsForm } from "#components/people/fields-form.tsx";
import { newPersonFields } from "#components/people/person-fields.ts";
import { isSetUp } from "#lib/people/set-up.ts";

export const metadata: Metadata = { title: "Set up" };

export default async function SetUpPage() {
  if (await isSetUp()) redirect("/sign-in");
  return (
    <Entrance title="Set up Daybook" lead="Nobody is here yet. You become the first Admin; afterwards this page is closed.">
      <FieldsForm action={setUp} submit="Set up" pending="Setting up …" fields={newPersonFields} />
    </Entrance>
  );
}
