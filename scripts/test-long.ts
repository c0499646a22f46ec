// npm run test:long: every unit and database test on both databases, the crash test in its long form. About three quarters of an hour.
import { runLongForm } from "./testing/long-form.ts";

process.exit(runLongForm([]));
