// A job belongs to who holds its lease. What a worker writes for a job says so in the same transaction, so that one that was held up until
// another took its job cannot write anything any more.
const lost = "DAYBOOK_LEASE_LOST";

export function leaseLost(): Error {
  return Object.assign(new Error("Another worker has taken this job."), { code: lost });
}

export function isLeaseLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === lost;
}
