import type { FormField } from "#components/people/fields-form.tsx";

export const passwordHint = "At least 12 characters. A few words in a row are easy to remember and hard to guess.";

/** What a new person is asked for. */
export const newPersonFields: readonly FormField[] = [
  { name: "firstName", label: "First name", autoComplete: "given-name", maxLength: 100 },
  { name: "lastName", label: "Last name", autoComplete: "family-name", maxLength: 100 },
  { name: "email", label: "E-mail", type: "email", autoComplete: "username", required: true },
  { name: "password", label: "Password", type: "password", autoComplete: "new-password", required: true, hint: passwordHint },
];
