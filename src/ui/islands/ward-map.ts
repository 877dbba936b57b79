// Draws the wards' true boundaries in the classes of the hex map. No tiles and no third party: the boundaries are
// those imported here. Every figure also stands in the table, so the page loses nothing without this file.
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { borderLines } from '../border-lines.ts';
import { labelPoint, type Position } from '../label-point.ts';

type MapLibre = typeof import('maplibre-gl');

/** One ward, as the server wrote it into the page. */
interface Ward {
  name: string;
  borough: string;
  words: string;
  printed: string;
  step: number | null;
  href: string;
}

interface WardFeature {
  type: 'Feature';
  properties: { code: string; step: number; borough: string };
  geometry: { type: 'MultiPolygon'; coordinates: Position[][][] };
}

interface PlacedWard extends Ward {
  code: string;
  middle: Position;
  feature: WardFeature;
}

const LIBRARY: string = '/assets/maplibre/maplibre-gl.mjs';
const DARK_FROM_STEP = 5;

/** A number is about 2.7 times as wide as high, and a degree of longitude is 0.62 of one of latitude here. */
const LABEL_ASPECT = 4.3;

const section = document.getElementById('ward-map');
const canvas = section?.querySelector<HTMLElement>('[data-boundaries]');
if (section && canvas) {
  start(section, canvas).catch(() => {
    // Without WebGL or boundaries there is no map; the table stands.
    section.hidden = true;
  });
}

async function start(section: HTMLElement, container: HTMLElement): Promise<void> {
  const wards = JSON.parse(container.dataset.wards ?? '{}') as Record<string, Ward>;
  const [features, library] = await Promise.all([
    boundaries(container.dataset.boundaries ?? '', wards),
    import(LIBRARY) as Promise<MapLibre>,
  ]);
  if (features.length === 0) return;
  section.hidden = false;
  const map = draw(library, container, features);
  const placed = features
    .flatMap((feature): PlacedWard[] => {
      const { code } = feature.properties;
      const ward = wards[code];
      return ward ? [{ ...ward, code, feature, middle: middleOf(feature.geometry.coordinates) }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  map.on('load', () => {
    printNumbers(map, container, placed);
    nameWards(map, section, placed);
    pressButtons(map, section, placed, boundsOf(features));
  });
}

/** The boundaries of the wards on the page, each with its step of the ramp. */
async function boundaries(address: string, wards: Record<string, Ward>): Promise<WardFeature[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The boundaries could not be read: ${answer.status}.`);
  const collection = (await answer.json()) as { features: WardFeature[] };
  return collection.features
    .filter(({ properties }) => wards[properties.code] !== undefined)
    .map((feature) => ({
      ...feature,
      properties: propertiesOf(feature.properties.code, wards[feature.properties.code]),
    }));
}

function propertiesOf(code: string, ward: Ward | undefined): WardFeature['properties'] {
  return { code, step: ward?.step ?? 0, borough: ward?.borough ?? '' };
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function styleOf(features: WardFeature[]): StyleSpecification {
  const steps = [1, 2, 3, 4, 5, 6].flatMap((step) => [step, colour(`--w-seq-${step}`)]);
  const ramp = ['match', ['get', 'step'], ...steps, colour('--w-paper')] as unknown as ExpressionSpecification;
  const ink = colour('--w-ink');
  const border = borderLines(
    features.map(({ properties, geometry }) => ({ group: properties.borough, polygons: geometry.coordinates })),
  );
  return {
    version: 8,
    sources: {
      wards: { type: 'geojson', data: { type: 'FeatureCollection', features }, promoteId: 'code' },
      border: {
        type: 'geojson',
        data: { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: border } },
      },
      picked: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'wards', type: 'fill', source: 'wards', paint: { 'fill-color': ramp } },
      { id: 'edges', type: 'line', source: 'wards', paint: { 'line-color': colour('--w-paper'), 'line-width': 1.5 } },
      { id: 'halo', type: 'line', source: 'border', paint: { 'line-color': colour('--w-paper'), 'line-width': 7 } },
      { id: 'border', type: 'line', source: 'border', paint: { 'line-color': ink, 'line-width': 3 } },
      { id: 'picked', type: 'line', source: 'picked', paint: { 'line-color': ink, 'line-width': 5 } },
    ],
  };
}

function draw(library: MapLibre, container: HTMLElement, features: WardFeature[]): MapLibreMap {
  const finger = matchMedia('(pointer: coarse)').matches;
  return new library.Map({
    container,
    style: styleOf(features),
    bounds: boundsOf(features),
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // A wheel or a finger scrolls the page; the buttons and the keyboard move the map.
    scrollZoom: false,
    dragPan: !finger,
    touchZoomRotate: !finger,
    fadeDuration: 0,
    locale: { 'Map.Title': container.dataset.label ?? 'Map' },
  });
}

function positions(features: WardFeature[]): Position[] {
  return features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
}

function boundsOf(features: WardFeature[]): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of positions(features)) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/** Where a ward's number is printed: in the part with most positions, which is the largest. */
function middleOf(polygons: Position[][][]): Position {
  const largest = polygons.reduce((most, part) => ((part[0]?.length ?? 0) > (most[0]?.length ?? 0) ? part : most));
  return labelPoint(largest, LABEL_ASPECT);
}

/** Prints each ward's number on it, so that colour is not the only carrier. */
function printNumbers(map: MapLibreMap, container: HTMLElement, wards: PlacedWard[]): void {
  const layer = document.createElement('div');
  layer.className = 'w-wardmap__numbers';
  layer.setAttribute('aria-hidden', 'true');
  const numbers = wards.map((ward) => {
    const number = document.createElement('span');
    number.textContent = ward.printed;
    if ((ward.step ?? 0) >= DARK_FROM_STEP) number.className = 'w-wardmap__on-dark';
    layer.append(number);
    return { number, middle: ward.middle };
  });
  container.append(layer);
  const place = () => {
    for (const { number, middle } of numbers) {
      const { x, y } = map.project(middle);
      number.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  };
  map.on('move', place);
  map.on('resize', place);
  place();
}

/** Outlines a ward and says its name and figure, with a link to its page. */
function pick(map: MapLibreMap, section: HTMLElement, ward: PlacedWard): void {
  const line = section.querySelector('.w-wardmap__name');
  if (!line || line.getAttribute('data-code') === ward.code) return;
  line.setAttribute('data-code', ward.code);
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = ward.href;
  link.textContent = ward.name;
  line.replaceChildren(link, `, ${ward.borough}: ${ward.words}`);
  map.getSource<GeoJSONSource>('picked')?.setData({ type: 'FeatureCollection', features: [ward.feature] });
}

/** Names the ward that is pointed at or tapped. */
function nameWards(map: MapLibreMap, section: HTMLElement, wards: PlacedWard[]): void {
  const byCode = new Map(wards.map((ward) => [ward.code, ward]));
  for (const gesture of ['mousemove', 'click'] as const)
    map.on(gesture, 'wards', ({ features }) => {
      const ward = byCode.get(String(features?.[0]?.properties.code));
      if (ward) pick(map, section, ward);
    });
}

function pressButtons(
  map: MapLibreMap,
  section: HTMLElement,
  wards: PlacedWard[],
  whole: [number, number, number, number],
): void {
  const step = (by: number) => {
    const code = section.querySelector('.w-wardmap__name')?.getAttribute('data-code');
    const at = wards.findIndex((ward) => ward.code === code);
    const next = wards[at < 0 && by < 0 ? wards.length - 1 : (at + by + wards.length) % wards.length];
    if (next) pick(map, section, next);
  };
  const actions: Record<string, () => void> = {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    whole: () => map.fitBounds(whole, { padding: 12 }),
    previous: () => step(-1),
    next: () => step(1),
  };
  for (const button of section.querySelectorAll<HTMLElement>('[data-map]'))
    button.addEventListener('click', () => actions[button.dataset.map ?? '']?.());
}
