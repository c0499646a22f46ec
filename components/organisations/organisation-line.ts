/** How Xero reaches an organisation, or not any more. */
export type Connection = "connected" | "reauthRequired" | "disconnected";
