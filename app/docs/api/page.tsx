import type { Metadata } from "next";
import Link from "next/link";
import { Reference } from "#components/api-docs/reference.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { env } from "#lib/env.ts";
import { openApi } from "#lib/openapi/document.ts";
import { operations } from "#lib/operations.ts";

export const metadata: Metadata = { title: "API reference" };

export default function ApiReferencePage() {
  const document = openApi(operations, `${env().APP_URL}/api/v1`);
  return (
    <>
      <PageHead
        title="API reference"
        context={<p className="max-w-3xl">{document.info.description}</p>}
        actions={
          <>
            <Link href="/settings/api-keys" className={buttonClasses()}>
              Your API keys
            </Link>
            <a href="/api/v1/openapi.json" className={buttonClasses()}>
              OpenAPI 3.1
            </a>
          </>
        }
      />
      <p className="mb-6 max-w-3xl text-muted">
        Send a key as <code className="text-ink">Authorization: Bearer dbk_…</code> or as <code className="text-ink">X-API-Key</code>, never in an address. A POST or PATCH with an{" "}
        <code className="text-ink">Idempotency-Key</code> is done once, however often it is sent within a day. Failures are{" "}
        <Link href="/docs/api/problems" className="text-accent underline">
          problems with a sentence
        </Link>
        .
      </p>
      <Reference document={document} />
    </>
  );
}
