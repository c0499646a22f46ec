// As much of an OpenAPI 3.1 document as ours has in it. https://spec.openapis.org/oas/v3.1.1.html
import type { JsonSchema } from "#lib/json-schema.ts";

type Reference = { $ref: string };
type Media = { schema: JsonSchema; example?: unknown };
type Content = Record<string, Media>;
type HeaderObject = { description: string; schema: JsonSchema };

export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; description?: string; schema: JsonSchema; example?: unknown };
export type ResponseObject = { description: string; headers?: Record<string, HeaderObject | Reference>; content: Content };

export type OperationObject = {
  operationId: string;
  summary: string;
  description: string;
  tags: [string];
  /** The permission that its key must have; absent where any key will do. */
  "x-permission"?: string;
  parameters: (Parameter | Reference)[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, ResponseObject | Reference>;
};

export type OpenApi = {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    securitySchemes: Record<string, Record<string, string>>;
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, HeaderObject>;
    responses: Record<string, ResponseObject>;
  };
};

export function isParameter(parameter: Parameter | Reference): parameter is Parameter {
  return "in" in parameter;
}
