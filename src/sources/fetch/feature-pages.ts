import { csvLine } from '../../lib/tables/index.ts';
import type { FeatureLayer } from './model.ts';

/** How many areas a page may have; the service may give fewer. */
const PAGE = 1_000;

/** Address of one page of a layer: its areas in degrees, or its rows. */
export function pageAddress(layer: FeatureLayer, offset: number): string {
  const query = new URLSearchParams({
    where: layer.where,
    outFields: layer.fields.join(','),
    orderByFields: layer.fields[0] ?? '',
    resultOffset: String(offset),
    resultRecordCount: String(PAGE),
    ...(layer.as === 'geojson' ? { outSR: '4326', f: 'geojson' } : { returnGeometry: 'false', f: 'json' }),
  });
  return `${layer.address}/query?${query}`;
}

/** One page as read: its features, and whether more follow. */
export type FeaturePage = { kind: 'page'; features: unknown[]; isLast: boolean } | { kind: 'refused'; because: string };

/** Reads a page. The service answers a mistake with status 200 and an "error" in the body. */
export function readPage(text: string): FeaturePage {
  const body = parsed(text);
  if (body === null) return { kind: 'refused', because: 'gave an answer that is not JSON' };
  const { error, features, properties } = body;
  if (isObject(error))
    return { kind: 'refused', because: `refused the request (${String(error.message ?? error.code)})` };
  if (!Array.isArray(features)) return { kind: 'refused', because: 'gave an answer without features' };
  const more = body.exceededTransferLimit ?? (isObject(properties) ? properties.exceededTransferLimit : false);
  return { kind: 'page', features, isLast: more !== true };
}

/** All pages as one GeoJSON text. */
export function asGeoJson(features: readonly unknown[]): string {
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** All pages as one CSV text with the layer's fields. */
export function asCsv(layer: FeatureLayer, features: readonly unknown[]): string {
  const rows = features.map((feature) => {
    const attributes = isObject(feature) && isObject(feature.attributes) ? feature.attributes : {};
    return csvLine(
      layer.fields.map((field) => {
        const value = attributes[field];
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      }),
    );
  });
  return csvLine([...layer.fields]) + rows.join('');
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
