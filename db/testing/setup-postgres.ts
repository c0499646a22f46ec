import type { TestProject } from "vitest/node";
import { postgresTemplate } from "./templates.ts";

export default async function setup({ provide }: TestProject) {
  const template = await postgresTemplate();
  provide("databaseTemplate", template.url);
  return template.remove;
}
