/** The variables for a Xero whose services all live under one address, as those of its stand-in do. */
export function settingsAt(address: string) {
  return {
    XERO_AUTHORIZE_URL: `${address}/identity/connect/authorize`,
    XERO_TOKEN_URL: `${address}/connect/token`,
    XERO_REVOCATION_URL: `${address}/connect/revocation`,
    XERO_CONNECTIONS_URL: `${address}/connections`,
    XERO_API_BASE_URL: `${address}/api.xro/2.0`,
  };
}
