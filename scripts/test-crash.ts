// npm run test:crash: the crash test in its long form.
import { runLongForm } from "./testing/long-form.ts";

process.exit(runLongForm(["worker/crash"]));
