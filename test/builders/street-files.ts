/** Wards of the made boundaries: squares of a hundredth of a degree, side by side from west to east. */
export const MADE_WARDS = {
  belsize: { code: 'E05013652', name: 'Belsize', borough: ['E09000007', 'Camden'], west: -0.17 },
  barnsbury: { code: 'E05013698', name: 'Barnsbury', borough: ['E09000019', 'Islington'], west: -0.12 },
  aldersgate: { code: 'E05009288', name: 'Aldersgate', borough: ['E09000001', 'City of London'], west: -0.1 },
} as const;
const SOUTH = 51.53;
const SIDE = 0.01;

export type MadeWard = keyof typeof MADE_WARDS;

/** Boundaries of the made wards as GeoJSON of the ONS's form of 2022. */
export function madeWardBoundaries(wards: readonly MadeWard[] = ['belsize', 'barnsbury']): string {
  const features = wards.map((ward) => {
    const { code, name, borough, west } = MADE_WARDS[ward];
    return {
      type: 'Feature',
      properties: { WD22CD: code, WD22NM: name, LAD22CD: borough[0], LAD22NM: borough[1] },
      geometry: { type: 'Polygon', coordinates: [square(west)] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The older ward set: one ward over the ground of Barnsbury and to its west. */
export function madeOlderBoundaries(): string {
  const feature = {
    type: 'Feature',
    properties: { GSS_CODE: 'E05000366', NAME: 'Barnsbury', LB_GSS_CD: 'E09000019', BOROUGH: 'Islington' },
    geometry: { type: 'Polygon', coordinates: [square(-0.13, 2 * SIDE)] },
  };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] });
}

function square(west: number, width = SIDE): [number, number][] {
  const [east, north] = [Number((west + width).toFixed(6)), Number((SOUTH + SIDE).toFixed(6))];
  return [
    [west, SOUTH],
    [east, SOUTH],
    [east, north],
    [west, north],
    [west, SOUTH],
  ];
}

export const STREET_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';

/** What a made row of a street file says; the rest is as in the official files. */
export interface StreetRow {
  id?: string;
  month?: string;
  force?: string;
  /** A ward to lie in, a point, or null for no location. */
  at?: MadeWard | readonly [string, string] | null;
  type?: string;
  location?: string;
}

/** A street CSV with the given rows. */
export function madeStreetFile(rows: readonly StreetRow[]): string {
  return `${[STREET_HEADER, ...rows.map(streetLine)].join('\n')}\n`;
}

export function streetLine(row: StreetRow): string {
  const { id = '', month = '2024-01', force = 'Metropolitan Police Service', at = 'barnsbury' } = row;
  const { type = 'Burglary', location = 'On or near Made Street' } = row;
  const [longitude, latitude] = pointOf(at);
  return [id, month, force, force, longitude, latitude, location, 'E01000001', 'Made 001A', type, '', ''].join(',');
}

function pointOf(at: StreetRow['at']): readonly [string, string] {
  if (at === null || at === undefined) return ['', ''];
  if (typeof at !== 'string') return at;
  return [(MADE_WARDS[at].west + SIDE / 2).toFixed(6), (SOUTH + SIDE / 2).toFixed(6)];
}
