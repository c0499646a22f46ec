import { answerAuth } from "#app/auth.ts";

export { answerAuth as GET, answerAuth as POST };
