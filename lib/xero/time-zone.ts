// Xero names time zones as Windows does, in capitals and without spaces. Those of the countries Xero is sold in are spelled out; any other
// is kept as UTC, which moves "today" by some hours at most and no accounting date at all.

const zones: Record<string, string> = {
  NEWZEALANDSTANDARDTIME: "Pacific/Auckland",
  AUSEASTERNSTANDARDTIME: "Australia/Sydney",
  EAUSTRALIASTANDARDTIME: "Australia/Brisbane",
  CENAUSTRALIASTANDARDTIME: "Australia/Adelaide",
  AUSCENTRALSTANDARDTIME: "Australia/Darwin",
  WAUSTRALIASTANDARDTIME: "Australia/Perth",
  TASMANIASTANDARDTIME: "Australia/Hobart",
  GMTSTANDARDTIME: "Europe/London",
  GREENWICHSTANDARDTIME: "Atlantic/Reykjavik",
  WEUROPESTANDARDTIME: "Europe/Berlin",
  ROMANCESTANDARDTIME: "Europe/Paris",
  EASTERNSTANDARDTIME: "America/New_York",
  CENTRALSTANDARDTIME: "America/Chicago",
  MOUNTAINSTANDARDTIME: "America/Denver",
  USMOUNTAINSTANDARDTIME: "America/Phoenix",
  PACIFICSTANDARDTIME: "America/Los_Angeles",
  ALASKANSTANDARDTIME: "America/Anchorage",
  HAWAIIANSTANDARDTIME: "Pacific/Honolulu",
  ATLANTICSTANDARDTIME: "America/Halifax",
  SINGAPORESTANDARDTIME: "Asia/Singapore",
  CHINASTANDARDTIME: "Asia/Shanghai",
  SOUTHAFRICASTANDARDTIME: "Africa/Johannesburg",
  ARABIANSTANDARDTIME: "Asia/Dubai",
  FIJISTANDARDTIME: "Pacific/Fiji",
  UTC: "UTC",
};

export function ianaZone(name: string | null): string {
  if (!name) return "UTC";
  return zones[name.toUpperCase().replaceAll(/[^A-Z]/g, "")] ?? (isIana(name) ? name : "UTC");
}

function isIana(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name);
}
