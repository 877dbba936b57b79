// Lets areas be drawn on the unit's wards, by pointer or keyboard, and writes them into the form's text field, which is
// what is sent. Without this file the text or a file does the same.
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { labelPoint, type Position } from '../../ui/label-point.ts';
import {
  addCorner,
  type Corner,
  canClose,
  closeArea,
  type Drawing,
  drawingText,
  EMPTY_DRAWING,
  readCorner,
  readDrawing,
  undo,
} from '../area-count/drawing.ts';
import { sayDrawing } from '../area-count/say-drawing.ts';

type MapLibre = typeof import('maplibre-gl');
type Bounds = [west: number, south: number, east: number, north: number];

interface WardFeature {
  type: 'Feature';
  properties: { code: string; name: string };
  geometry: { type: 'MultiPolygon'; coordinates: Position[][][] };
}

const LIBRARY: string = '/assets/maplibre/maplibre-gl.mjs';
/** A click so near to the first corner closes the area. */
const NEAR_PIXELS = 12;
/** Letters are low and long. */
const LABEL_ASPECT = 8;

const section = document.getElementById('draw-area');
const canvas = section?.querySelector<HTMLElement>('[data-boundaries]');
const text = document.querySelector<HTMLTextAreaElement>('#geojson');
if (section && canvas && text) {
  start(section, canvas, text).catch(() => {
    // Without WebGL or boundaries there is no map; the file and the text stand.
    section.hidden = true;
  });
}

async function start(section: HTMLElement, container: HTMLElement, text: HTMLTextAreaElement): Promise<void> {
  const [wards, library] = await Promise.all([
    boundaries(container.dataset.boundaries ?? ''),
    import(LIBRARY) as Promise<MapLibre>,
  ]);
  if (wards.length === 0) return;
  section.hidden = false;
  const map = openMap(library, container, wards);
  map.on('load', () => {
    nameWards(map, container, wards);
    draw(map, section, text, boundsOf(wards.flatMap(({ geometry }) => geometry.coordinates.flat(2))));
  });
}

async function boundaries(address: string): Promise<WardFeature[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The boundaries could not be read: ${answer.status}.`);
  return ((await answer.json()) as { features: WardFeature[] }).features;
}

function openMap(library: MapLibre, container: HTMLElement, wards: WardFeature[]): MapLibreMap {
  const finger = matchMedia('(pointer: coarse)').matches;
  const map = new library.Map({
    container,
    style: styleOf(wards),
    bounds: boundsOf(wards.flatMap(({ geometry }) => geometry.coordinates.flat(2))),
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    doubleClickZoom: false,
    // A wheel or one finger scrolls the page; two fingers, the buttons and the keyboard move the map.
    scrollZoom: false,
    dragPan: !finger,
    fadeDuration: 0,
    locale: { 'Map.Title': container.dataset.label ?? 'Map' },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

function styleOf(wards: WardFeature[]): StyleSpecification {
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [ink, brand, paper] = [colour('--w-ink'), colour('--w-brand'), colour('--w-paper')];
  const line = (id: string, source: string, width: number, dashed = false) => ({
    id,
    type: 'line' as const,
    source,
    paint: { 'line-color': brand, 'line-width': width, ...(dashed ? { 'line-dasharray': [2, 1.5] } : {}) },
  });
  return {
    version: 8,
    sources: {
      wards: { type: 'geojson', data: { type: 'FeatureCollection', features: wards } },
      done: { type: 'geojson', data: NOTHING },
      open: { type: 'geojson', data: NOTHING },
      corners: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'wards', type: 'fill', source: 'wards', paint: { 'fill-color': paper } },
      {
        id: 'edges',
        type: 'line',
        source: 'wards',
        paint: { 'line-color': colour('--w-line-strong'), 'line-width': 1 },
      },
      { id: 'inside', type: 'fill', source: 'done', paint: { 'fill-color': brand, 'fill-opacity': 0.2 } },
      line('outline', 'done', 3),
      line('under-way', 'open', 3, true),
      {
        id: 'corners',
        type: 'circle',
        source: 'corners',
        paint: {
          'circle-radius': ['case', ['get', 'first'], 7, 5],
          'circle-color': ['case', ['get', 'first'], colour('--w-focus'), paper],
          'circle-stroke-color': ink,
          'circle-stroke-width': 2,
        },
      },
    ],
  };
}

function boundsOf(positions: Iterable<Position>): Bounds {
  let [west, south, east, north]: Bounds = [180, 90, -180, -90];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/** Prints the names of wards that have room for them. */
function nameWards(map: MapLibreMap, container: HTMLElement, wards: WardFeature[]): void {
  const layer = document.createElement('div');
  layer.className = 'w-draw__names';
  layer.setAttribute('aria-hidden', 'true');
  container.append(layer);
  const names = wards.map(({ properties, geometry }) => {
    const { coordinates } = geometry;
    const largest = coordinates.reduce((most, part) => ((part[0]?.length ?? 0) > (most[0]?.length ?? 0) ? part : most));
    const label = document.createElement('span');
    label.textContent = properties.name;
    layer.append(label);
    const [west, , east] = boundsOf(largest.flat());
    return { label, width: label.offsetWidth, west, east, middle: labelPoint(largest, LABEL_ASPECT) };
  });
  const place = () => {
    for (const { label, width, west, east, middle } of names) {
      const { x, y } = map.project(middle);
      const room = map.project([east, middle[1]]).x - map.project([west, middle[1]]).x;
      label.className = room < width * 1.15 ? 'w-draw__no-room' : '';
      label.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  };
  map.on('move', place);
  map.on('resize', place);
  place();
}

/** Everything that is drawn: from clicks, keys, buttons and the text, onto the map and into the text. */
function draw(map: MapLibreMap, section: HTMLElement, text: HTMLTextAreaElement, whole: Bounds): void {
  const file = document.querySelector<HTMLInputElement>('#file');
  const told = section.querySelector('[data-told]');
  const typed = section.querySelector<HTMLInputElement>('#corner');
  let drawing: Drawing = EMPTY_DRAWING;

  const say = (sentence: string) => {
    if (told && told.textContent !== sentence) told.textContent = sentence;
  };
  const show = (next: Drawing) => {
    drawing = next;
    showOnMap(map, drawing);
    say(sayDrawing(drawing));
  };
  const change = (next: Drawing) => {
    text.value = drawingText(next);
    // What is drawn counts: a file chosen before would take its place.
    if (file) file.value = '';
    show(next);
  };
  const readText = () => {
    const read = readDrawing(text.value);
    if (read === null) return say('The text below is not GeoJSON of polygons that can be shown here.');
    show(read);
  };
  const addTyped = () => {
    const corner = readCorner(typed?.value ?? '');
    if (corner === null) return say('Write a corner as longitude, latitude in degrees, such as -0.105, 51.54.');
    if (typed) typed.value = '';
    change(addCorner(drawing, corner));
    if (!map.getBounds().contains([...corner])) map.panTo([...corner]);
  };
  const actions: Record<string, () => void> = {
    corner: () => change(addCorner(drawing, map.getCenter().toArray())),
    undo: () => change(undo(drawing)),
    close: () =>
      canClose(drawing) ? change(closeArea(drawing)) : say('An area needs three corners before it can be closed.'),
    clear: () => change(EMPTY_DRAWING),
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    whole: () => map.fitBounds(whole, { padding: 12 }),
    typed: addTyped,
  };
  for (const button of section.querySelectorAll<HTMLElement>('[data-draw]'))
    button.addEventListener('click', () => actions[button.dataset.draw ?? '']?.());
  typed?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // Enter here adds the corner; elsewhere in the form it sends it.
    event.preventDefault();
    addTyped();
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Backspace') return;
    event.preventDefault();
    actions[event.key === 'Enter' ? 'corner' : 'undo']?.();
  });
  map.on('click', ({ point, lngLat }) => {
    const [first] = drawing.corners;
    const closes = first !== undefined && canClose(drawing) && map.project([...first]).dist(point) <= NEAR_PIXELS;
    change(closes ? closeArea(drawing) : addCorner(drawing, lngLat.toArray()));
  });
  text.addEventListener('input', readText);
  file?.addEventListener('change', () => {
    if (file.files?.length) say('The file you chose is counted, and not what is drawn here.');
  });
  sayUnderCross(map, section);
  readText();
  const drawn = cornersOf(drawing);
  if (drawn.length > 0) map.fitBounds(boundsOf(drawn), { padding: 40, maxZoom: 15, animate: false });
}

function cornersOf({ done }: Drawing): Position[] {
  return done.flatMap(({ geometry: { type, coordinates } }) =>
    type === 'Polygon' ? (coordinates as Position[][]).flat() : (coordinates as Position[][][]).flat(2),
  );
}

function showOnMap(map: MapLibreMap, { done, corners }: Drawing): void {
  const set = (source: string, features: object[]) =>
    map
      .getSource<GeoJSONSource>(source)
      ?.setData({ type: 'FeatureCollection', features } as Parameters<GeoJSONSource['setData']>[0]);
  const feature = (type: string, coordinates: unknown, properties = {}) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });
  const ring: Corner[] = corners.length > 2 ? [...corners, ...corners.slice(0, 1)] : [...corners];
  set('done', [...done]);
  set('open', ring.length < 2 ? [] : [feature('LineString', ring)]);
  set(
    'corners',
    corners.map((corner, at) => feature('Point', corner, { first: at === 0 })),
  );
}

/** Says which ward lies under the cross, for those who move the map by keyboard. */
function sayUnderCross(map: MapLibreMap, section: HTMLElement): void {
  const under = section.querySelector('[data-under]');
  const say = () => {
    const [ward] = map.queryRenderedFeatures(map.project(map.getCenter()), { layers: ['wards'] });
    const sentence =
      ward === undefined ? 'No ward of the unit is under the cross.' : `Under the cross: ${ward.properties.name}.`;
    if (under && under.textContent !== sentence) under.textContent = sentence;
  };
  map.on('moveend', say);
  map.once('idle', say);
}
