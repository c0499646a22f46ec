import { ruleWords } from "#lib/alerts/alert-words.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { AlertRule } from "#lib/alerts/alert.ts";

type Props = { rules: readonly AlertRule[]; timeZone: string; remove: Act | undefined };

export function RulesTable({ rules, timeZone, remove }: Props) {
  return (
    <Table caption="Alert rules">
      <thead>
        <tr>
          <HeadCell>Key figure</HeadCell>
          <HeadCell>Raised</HeadCell>
          <HeadCell>Ends at</HeadCell>
          {remove && <HeadCell>Remove</HeadCell>}
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>:is(td,th)]:border-b-0">
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} timeZone={timeZone} remove={remove} />
        ))}
      </tbody>
    </Table>
  );
}

function RuleRow({ rule, timeZone, remove }: { rule: AlertRule } & Pick<Props, "timeZone" | "remove">) {
  const { id, tenantId, label, setBy, setAt } = rule;
  const { raised, ends } = ruleWords(rule);
  return (
    <tr>
      <RowHead className="min-w-40">
        {label}
        <span className="block text-sm font-normal text-muted">
          Set{setBy && ` by ${setBy}`}, <Moment at={new Date(setAt)} timeZone={timeZone} />
        </span>
      </RowHead>
      <Cell className="figures whitespace-nowrap">{raised}</Cell>
      <Cell className="figures whitespace-nowrap">{ends}</Cell>
      {remove && (
        <Cell>
          <ActionForm action={remove} hidden={{ tenantId, id }}>
            <SubmitButton size="small" pendingLabel="Removing" aria-label={`Remove ${label} ${raised.toLowerCase()}`}>
              Remove
            </SubmitButton>
          </ActionForm>
        </Cell>
      )}
    </tr>
  );
}
