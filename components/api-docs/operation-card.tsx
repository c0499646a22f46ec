import { curlOf } from "#components/api-docs/curl.ts";
import { membersOf } from "#components/api-docs/members-of.ts";
import { MembersTable } from "#components/api-docs/members-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { OpenApi, OperationObject, ResponseObject } from "#lib/openapi/openapi.ts";

type Props = { document: OpenApi; method: string; path: string; operation: OperationObject };

/** One operation: its address, what may be sent, a command to try it, and an answer. */
export function OperationCard({ document, method, path, operation }: Props) {
  const [server = { url: "" }] = document.servers;
  const curl = curlOf({ server: server.url, method, path, operation });
  const members = membersOf(document, operation);
  return (
    <Card
      title={
        <span id={operation.operationId} className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-mono text-base">
          <Badge tone={method === "get" ? "info" : "warning"}>{method.toUpperCase()}</Badge>
          <span className="break-all">{path}</span>
        </span>
      }
      description={operation.description}
      flush
    >
      {members.length > 0 && <MembersTable caption={`What ${method.toUpperCase()} ${path} takes`} members={members} />}
      <div className="grid gap-4 px-4 py-4 sm:px-5">
        <Code label="As a command" text={curl} copyLabel={`Copy ${method.toUpperCase()} ${path} as cURL`} />
        {Object.entries(operation.responses).flatMap(([status, response]) => ("content" in response ? [<Answer key={status} status={status} response={response} />] : []))}
        <p className="text-sm text-muted">
          Can fail with{" "}
          {Object.entries(operation.responses)
            .flatMap(([status, response]) => ("content" in response ? [] : [`${status} ${response.$ref.slice(response.$ref.lastIndexOf("/") + 1)}`]))
            .join(", ")}
          .
        </p>
      </div>
    </Card>
  );
}

function Answer({ status, response }: { status: string; response: ResponseObject }) {
  const example = response.content["application/json"]?.example;
  const types = Object.keys(response.content);
  return (
    <details>
      <summary className="font-medium">
        Answer: {status}. {response.description}
      </summary>
      <pre tabIndex={0} className={block}>
        {example === undefined ? `A file: ${types.join(", ")}` : JSON.stringify(example, null, 2)}
      </pre>
    </details>
  );
}

function Code({ label, text, copyLabel }: { label: string; text: string; copyLabel: string }) {
  return (
    <div>
      <div className="flex items-center justify-between gap-3">
        <p className="font-medium">{label}</p>
        <CopyButton text={text} label={copyLabel} />
      </div>
      <pre tabIndex={0} className={block}>
        {text}
      </pre>
    </div>
  );
}

const block = "mt-2 max-h-96 overflow-auto rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-sm";
