import type { PlacesAsked } from './model.ts';

/** Address of the page of places, or of its table as a file. */
export function placesAddress(asked: Partial<PlacesAsked> = {}, format: 'csv' | 'json' | null = null): string {
  const { place, level, period } = asked;
  const words = Object.entries({ area: place, level: level === 'lsoas' ? level : null, period })
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const path = format === null ? '/performance/places' : `/performance/places.${format}`;
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}
