import Form from "next/form";
import Link from "next/link";
import { accountLabel, statuses, statusWords, typeChoices } from "#components/transactions/words.ts";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";

type Choice = { id: string; name: string };
type Props = {
  /** Where the question goes, and what it is now: the address says both. */
  address: string;
  query: URLSearchParams;
  accounts: readonly (Choice & { code: string | null })[];
  contacts: readonly Choice[];
  allContacts: boolean;
};

/** A plain form that asks by address: it works without scripts, can be shared, and the way back is the browser's own. */
export function FilterForm({ address, query, accounts, contacts, allContacts }: Props) {
  const given = (name: string) => query.get(name) ?? "";
  return (
    <Form key={query.toString()} action={address} role="search" aria-label="Transactions" className="flex flex-col gap-4">
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto_auto]">
        <Field label="Search" name="q" type="search" maxLength={500} defaultValue={given("q")} placeholder="Number, reference, contact or description" />
        <div className="grid grid-cols-2 gap-3">
          <Field label="From" name="dateFrom" type="date" defaultValue={given("dateFrom")} />
          <Field label="To" name="dateTo" type="date" defaultValue={given("dateTo")} />
        </div>
        <div className="flex gap-2">
          <Button variant="primary">Show</Button>
          {query.size > 0 && (
            <Link href={address} className={buttonClasses()}>
              Clear
            </Link>
          )}
        </div>
      </div>
      <Choices legend="Types" name="type" choices={typeChoices} chosen={query.getAll("type")} />
      <details open={isOpened(query)} className="group">
        <summary className="w-fit rounded-sm font-medium text-accent">More filters, and the order</summary>
        <div className="mt-4 grid gap-4 md:grid-cols-3">
          <Choices legend="Status" name="status" choices={statusChoices(query.getAll("status"))} chosen={query.getAll("status")} className="md:col-span-3" />
          <Select label="Account" name="accountId" choices={[{ value: "", label: "Any" }, ...accounts.map((account) => ({ value: account.id, label: accountLabel(account) }))]} defaultValue={given("accountId")} />
          <Select
            label="Contact"
            name="contactId"
            choices={[{ value: "", label: "Any" }, ...contacts.map(({ id, name }) => ({ value: id, label: name }))]}
            defaultValue={given("contactId")}
            hint={allContacts ? undefined : "The first of them by name. Find the others by searching for their name."}
          />
          <Select label="Reconciled" name="isReconciled" choices={reconciled} defaultValue={given("isReconciled")} />
          <Select label="Files" name="hasAttachments" choices={attached} defaultValue={given("hasAttachments")} />
          <Field label="Amount from" name="amountMin" inputMode="decimal" defaultValue={given("amountMin")} />
          <Field label="Amount to" name="amountMax" inputMode="decimal" defaultValue={given("amountMax")} />
          <Select label="Order" name="sort" choices={orders} defaultValue={given("sort")} />
        </div>
      </details>
      {unseen.map((name) => query.has(name) && <input key={name} type="hidden" name={name} value={given(name)} />)}
    </Form>
  );
}

/** What an address may ask for and the form has no field for. */
const unseen = ["accountCode", "category", "updatedSince"];

/** What somebody asked for is not to be folded away. */
function isOpened(query: URLSearchParams): boolean {
  return ["status", "accountId", "contactId", "isReconciled", "hasAttachments", "amountMin", "amountMax", "sort"].some((name) => query.has(name));
}

function statusChoices(asked: readonly string[]) {
  return [...new Set([...statuses, ...asked])].map((status) => ({ value: status, label: statusWords(status) }));
}

const reconciled = [
  { value: "", label: "Either" },
  { value: "true", label: "Reconciled" },
  { value: "false", label: "Not reconciled" },
];

const attached = [
  { value: "", label: "Either" },
  { value: "true", label: "With files" },
  { value: "false", label: "Without files" },
];

const orders = [
  { value: "", label: "Newest first" },
  { value: "date", label: "Oldest first" },
  { value: "-amount", label: "Largest amount first" },
  { value: "amount", label: "Smallest amount first" },
  { value: "-updatedAt", label: "Last changed first" },
  { value: "updatedAt", label: "Longest unchanged first" },
];
