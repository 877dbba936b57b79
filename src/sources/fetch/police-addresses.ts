import type { PolygonRings } from '../../lib/spatial/index.ts';

/** What a force publishes of a neighbourhood, in the parts the API gives it. */
export const NEIGHBOURHOOD_PARTS = ['details', 'people', 'priorities', 'events', 'boundary'] as const;

/**
 * Address of one part of a neighbourhood.
 * @param about "FORCE/NEIGHBOURHOOD", such as "leicestershire/NC04"
 * @source https://data.police.uk/docs/ (neighbourhood methods)
 */
export function neighbourhoodAddress(api: string, about: string, part: (typeof NEIGHBOURHOOD_PARTS)[number]): string {
  const [force = '', neighbourhood = ''] = about.split('/').map(encodeURIComponent);
  return `${api}/${force}/${neighbourhood}${part === 'details' ? '' : `/${part}`}`;
}

/** Whether a text is of the form FORCE/NEIGHBOURHOOD. */
export function isNeighbourhood(text: string): boolean {
  return /^[a-z][a-z-]{1,40}\/[A-Za-z0-9_ .-]{1,60}$/.test(text);
}

/**
 * The form that asks for the crimes of a month inside a polygon; as a form, because an address may be too long.
 * The API takes one ring: holes are not told to it, so crimes in a hole come too and are left out when counted.
 * @param rings in degrees, longitude first, the outer ring first
 * @source https://data.police.uk/docs/method/crime-street/
 */
export function crimesForm(month: string, [outer = []]: PolygonRings): URLSearchParams {
  return new URLSearchParams({
    date: month,
    poly: outer.map(([longitude, latitude]) => `${latitude.toFixed(5)},${longitude.toFixed(5)}`).join(':'),
  });
}
