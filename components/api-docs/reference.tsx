import { OperationCard } from "#components/api-docs/operation-card.tsx";
import type { OpenApi } from "#lib/openapi/openapi.ts";

type Props = { document: OpenApi };

/** Every operation under the noun it serves, with a list of them to jump from. */
export function Reference({ document }: Props) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const byNoun = Map.groupBy(operations, ({ operation }) => operation.tags[0]);
  return (
    <div className="grid gap-8 lg:grid-cols-[13rem_1fr] lg:items-start">
      <nav aria-label="Operations" className="lg:sticky lg:top-6">
        {[...byNoun].map(([noun, own]) => (
          <div key={noun} className="mb-4">
            <p className="font-medium capitalize">{noun}</p>
            <ul>
              {own.map(({ method, path, operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`} className="block rounded-sm py-0.5 text-sm break-all text-muted hover:text-ink">
                    {method.toUpperCase()} {path}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="grid min-w-0 gap-10">
        {[...byNoun].map(([noun, own]) => (
          <section key={noun} aria-label={noun} className="grid gap-5">
            {own.map((one) => (
              <OperationCard key={one.operation.operationId} document={document} {...one} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
