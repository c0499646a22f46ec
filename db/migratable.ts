/** Runs one statement and gives its rows. */
export type Run = (statement: string) => Promise<Record<string, unknown>[]>;

/** A database that migrations may be run on. */
export type Migratable = {
  /** One transaction under a lock that keeps a second runner out; foreign keys are checked before it commits. */
  alone: <T>(work: (run: Run) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};
