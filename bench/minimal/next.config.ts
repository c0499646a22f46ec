import type { NextConfig } from "next";

// What a page and a route cost in Next with nothing of Daybook around them.
const config: NextConfig = { serverExternalPackages: ["better-sqlite3", "postgres"], typescript: { ignoreBuildErrors: true } };

export default config;
