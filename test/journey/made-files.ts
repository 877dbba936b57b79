import { hexPlaces, referenceAreas } from '../../src/geography/index.ts';

/** A made GeoJSON of the unit's wards under their real codes: each a hexagon where the hex map has it. */
export function madeBoundaries(): string {
  const places = new Map((hexPlaces('wards-2022') ?? []).map((place) => [place.code, place]));
  const features = referenceAreas('wards-2022').map(({ code, name, boroughCode, boroughName }) => {
    const { q, r } = places.get(code) ?? { q: 0, r: 0 };
    const middle = [-0.2 + 0.012 * (q + (r % 2) / 2), 51.51 + 0.0065 * r] as const;
    return {
      type: 'Feature',
      properties: { WD22CD: code, WD22NM: name, LAD22CD: boroughCode, LAD22NM: boroughName },
      geometry: { type: 'Polygon', coordinates: [hexagon(middle)] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function hexagon([x, y]: readonly [number, number]): [number, number][] {
  const corners = [0, 1, 2, 3, 4, 5, 0].map((corner) => (Math.PI / 3) * corner + Math.PI / 6);
  return corners.map((angle) => [
    Number((x + 0.0068 * Math.cos(angle)).toFixed(6)),
    Number((y + 0.0042 * Math.sin(angle)).toFixed(6)),
  ]);
}

const MONTHS = Array.from(
  { length: 24 },
  (_, index) => `${2024 + Math.floor(index / 12)}${String((index % 12) + 1).padStart(2, '0')}`,
);
const KINDS = [
  ['BURGLARY', 'BURGLARY - RESIDENTIAL'],
  ['ROBBERY', 'ROBBERY OF PERSONAL PROPERTY'],
  ['VIOLENCE AGAINST THE PERSON', 'VIOLENCE WITH INJURY'],
] as const;

/** A made monthly ward file of the Metropolitan Police's form, January 2024 to December 2025, for the unit's wards. */
export function madeWardFile(): string {
  const header = ['MajorText', 'MinorText', 'WardName', 'WardCode', 'LookUp_BoroughName', ...MONTHS].join(',');
  const rows = referenceAreas('wards-2022').flatMap(({ code, name, boroughName }, ward) =>
    KINDS.map(([major, minor], kind) => {
      const counts = MONTHS.map((_, month) => ((ward * 7 + kind * 11 + month * 5) % 13) + ward);
      return [major, minor, `"${name}"`, code, boroughName, ...counts].join(',');
    }),
  );
  return `${[header, ...rows].join('\n')}\n`;
}
