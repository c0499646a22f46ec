import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { activityWords, tagWords } from "#lib/accounts/account-tag-words.ts";
import type { ChartAccount } from "#lib/accounts/open-accounts.ts";

type Props = { account: ChartAccount; save: Act };

/** Role and activity of one account. One that waits to be confirmed begins with the activity it has, so that saving confirms it. */
export function TagForm({ account, save }: Props) {
  const { id, tenantId, name, tag, tagBy, activity, activityBy, tags, isBank, isToConfirm } = account;
  const chosenTag = tagBy === "chosen" ? (tag ?? "none") : "byRule";
  const chosenActivity = activityBy === "chosen" || isToConfirm ? (activity ?? "byRule") : "byRule";
  return (
    <ActionForm key={`${chosenTag} ${chosenActivity}`} action={save} hidden={{ tenantId, id }}>
      <div className="flex items-end gap-2">
        <Select name="tag" label={<span className="sr-only">Role of {name}</span>} defaultValue={chosenTag} choices={[...byRule, { value: "none", label: "None" }, ...tags.map((each) => ({ value: each, label: tagWords[each] }))]} className="w-40" />
        {!isBank && <Select name="activity" label={<span className="sr-only">Activity of {name}</span>} defaultValue={chosenActivity} choices={[...byRule, ...activities]} className="w-32" />}
        <SubmitButton size="small" className="min-h-10" aria-label={`${isToConfirm ? "Confirm" : "Save"} ${name}`}>
          {isToConfirm ? "Confirm" : "Save"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

const byRule = [{ value: "byRule", label: "By rule" }];
const activities = (["operating", "investing", "financing"] as const).map((value) => ({ value, label: activityWords[value] }));
