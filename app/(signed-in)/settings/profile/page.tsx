import type { Metadata } from "next";
import { endOtherSession, saveName, savePassword } from "#app/(signed-in)/settings/profile/actions.ts";
import { requireCaller } from "#app/session.ts";
import { FieldsForm } from "#components/people/fields-form.tsx";
import { passwordHint } from "#components/people/person-fields.ts";
import { ProfileFacts } from "#components/people/profile-facts.tsx";
import { SessionList } from "#components/people/session-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { profileOf } from "#lib/people/own-account.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const now = new Date();
  const profile = await profileOf(await requireCaller(), now);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="grid gap-6">
        <Card title="You">
          <ProfileFacts profile={profile} now={now} />
        </Card>
        <Card title="Where you are signed in" description="A session ends eight hours after it was last used, and after seven days in any case." flush>
          <SessionList sessions={profile.sessions} now={now} end={endOtherSession} />
        </Card>
      </div>
      <div className="grid gap-6">
        <Card title="Name" description="What others see beside what you did.">
          <FieldsForm action={saveName} submit="Save name" fields={nameFields(profile)} />
        </Card>
        <Card title="Password" description="Changing it signs you out everywhere else.">
          <FieldsForm action={savePassword} submit="Change password" fields={passwordFields} />
        </Card>
      </div>
    </div>
  );
}

function nameFields({ firstName, lastName }: { firstName: string | null; lastName: string | null }) {
  return [
    { name: "firstName", label: "First name", autoComplete: "given-name", maxLength: 100, defaultValue: firstName ?? "" },
    { name: "lastName", label: "Last name", autoComplete: "family-name", maxLength: 100, defaultValue: lastName ?? "" },
  ];
}

const passwordFields = [
  { name: "currentPassword", label: "Current password", type: "password", autoComplete: "current-password", required: true },
  { name: "newPassword", label: "New password", type: "password", autoComplete: "new-password", required: true, hint: passwordHint },
];
