import { expect, it } from 'vitest';
import { asCsv, asGeoJson, pageAddress, readPage } from './feature-pages.ts';
import type { FeatureLayer } from './model.ts';

const layer: FeatureLayer = {
  kind: 'feature-layer',
  address: 'https://example.org/Wards/FeatureServer/0',
  as: 'geojson',
  where: "LAD22CD LIKE 'E09%'",
  fields: ['WD22CD', 'WD22NM'],
};

it('asks for areas in degrees, page by page in a fixed order', () => {
  const address = new URL(pageAddress(layer, 2000));
  expect(address.pathname).toBe('/Wards/FeatureServer/0/query');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    where: "LAD22CD LIKE 'E09%'",
    outFields: 'WD22CD,WD22NM',
    orderByFields: 'WD22CD',
    resultOffset: '2000',
    outSR: '4326',
    f: 'geojson',
  });
});

it('knows the last page, in both places the service says so', () => {
  expect(readPage('{"features":[1]}')).toEqual({ kind: 'page', features: [1], isLast: true });
  expect(readPage('{"features":[1],"exceededTransferLimit":true}')).toMatchObject({ isLast: false });
  expect(readPage('{"features":[1],"properties":{"exceededTransferLimit":true}}')).toMatchObject({ isLast: false });
});

it.each([
  ['<html>', 'not JSON'],
  ['[]', 'not JSON'],
  ['{"error":{"code":400,"message":"Invalid field"}}', 'Invalid field'],
  ['{"type":"FeatureCollection"}', 'without features'],
])('refuses %s', (text, because) => {
  expect(readPage(text)).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
});

it('joins pages as GeoJSON or CSV', () => {
  expect(JSON.parse(asGeoJson([{ type: 'Feature' }]))).toEqual({
    type: 'FeatureCollection',
    features: [{ type: 'Feature' }],
  });
  const rows = [{ attributes: { WD22CD: 'E05013698', WD22NM: 'Barnsbury, "east"' } }, { attributes: { WD22CD: null } }];
  expect(asCsv({ ...layer, as: 'csv' }, rows)).toBe('WD22CD,WD22NM\r\nE05013698,"Barnsbury, ""east"""\r\n,\r\n');
});
