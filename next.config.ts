import type { NextConfig } from "next";

const appUrl = process.env.APP_URL || process.env.NEXTAUTH_URL;

const config: NextConfig = {
  poweredByHeader: false,
  // A page that ends in dev.tsx is one for development only: no build contains it.
  pageExtensions: ["ts", "tsx", ...(process.env.NODE_ENV === "development" ? ["dev.tsx"] : [])],
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "xero-node", "postgres", "pdfkit", "fontkit", "pino", "prom-client", "tar-stream", "wasm-xlsxwriter"],
  // npm test type-checks everything, tests included; a build on a server need not do it again.
  typescript: { ignoreBuildErrors: true },
  // proxy.ts sees to every other answer.
  headers: async () => [{ source: "/_next/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] }],
  // Behind a proxy that rewrites Host, forms still come from the address people know.
  experimental: { serverActions: { bodySizeLimit: "1mb", ...(appUrl ? { allowedOrigins: [new URL(appUrl).host] } : {}) } },
};

export default config;
