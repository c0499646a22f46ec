// A line may name its tracking by words or by ids; it is served, and reported, with both.

type Category = {
  readonly TrackingCategoryID: string;
  readonly Name: string;
  readonly Options: readonly { readonly TrackingOptionID: string; readonly Name: string }[];
};
type Ids = { readonly TrackingCategoryID: string; readonly TrackingOptionID: string; readonly Name: string; readonly Option: string };
type Tracked = {
  TrackingCategoryID?: string | undefined;
  TrackingOptionID?: string | undefined;
  Name?: string | undefined;
  Option?: string | undefined;
};

export type TrackingIds = ReadonlyMap<string, Ids>;

export function trackingIds(categories: readonly Category[]): TrackingIds {
  const rows = categories.flatMap(({ TrackingCategoryID, Name, Options }) =>
    Options.flatMap(({ TrackingOptionID, Name: Option }): [string, Ids][] => {
      const ids = { TrackingCategoryID, TrackingOptionID, Name, Option };
      return [[TrackingOptionID, ids], ...[TrackingCategoryID, Name].map((key): [string, Ids] => [`${key}/${Option}`, ids])];
    }),
  );
  return new Map(rows);
}

export function completeLineTracking<One extends Tracked>(tracking: readonly One[], known: TrackingIds): One[] {
  return tracking.map((one) => {
    const ids = known.get(one.TrackingOptionID ?? "") ?? known.get(`${one.TrackingCategoryID ?? one.Name}/${one.Option}`);
    return ids ? { ...one, ...ids } : one;
  });
}
