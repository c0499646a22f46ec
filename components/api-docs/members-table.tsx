import { typeInWords } from "#components/api-docs/type-in-words.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { JsonSchema } from "#lib/json-schema.ts";

export type Member = { name: string; place: string; isRequired: boolean; schema: JsonSchema };
type Props = { caption: string; members: readonly Member[] };

/** What may be sent: where it stands, what it may be, and what it is when it is left out. */
export function MembersTable({ caption, members }: Props) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell>In</HeadCell>
          <HeadCell>What it may be</HeadCell>
          <HeadCell>Otherwise</HeadCell>
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, place, isRequired, schema }) => (
          <tr key={`${place} ${name}`}>
            <RowHead>
              <code>{name}</code>
            </RowHead>
            <Cell>{place}</Cell>
            <Cell>{typeInWords(schema)}</Cell>
            <Cell>{isRequired ? "has to be given" : otherwise(schema)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function otherwise({ default: value }: JsonSchema): string {
  if (value === undefined || typeof value === "object") return "–";
  return String(value);
}
