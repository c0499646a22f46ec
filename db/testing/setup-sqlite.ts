import type { TestProject } from "vitest/node";
import { sqliteTemplate } from "./templates.ts";

export default async function setup({ provide }: TestProject) {
  const template = await sqliteTemplate();
  provide("databaseTemplate", template.url);
  return template.remove;
}

declare module "vitest" {
  export interface ProvidedContext {
    databaseTemplate: string;
  }
}
