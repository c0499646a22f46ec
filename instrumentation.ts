// Runs once when the app's server starts: the environment and the database are checked before the first request, queries are watched, and
// a worker is started in this process when WORKER=embedded.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startServer } = await import("#lib/start-server.ts");
  await startServer();
}
