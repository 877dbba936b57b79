import type { Area } from '../../../geography/index.ts';
import type { Cluster, Post } from '../../../organisation/index.ts';
import { BOOK_BEGINS, CAMDEN, ISLINGTON, MADE_UP, madeUpPost, wholly } from './made-up-post.ts';

/** What the demonstration's plan gives a ward. */
export interface PlannedWard {
  code: string;
  dwo: number;
  pcso: number;
}

/** Every ward has two dedicated ward officers and one PCSO before any is added. */
const FLOOR = { dwo: 2, pcso: 1 };
const BOUNDARY_VERSION = 'wards-2022';

/** Wards that share a sergeant: neighbours in one borough. Every other ward has a sergeant alone, 28 in all. */
const SHARING_A_SERGEANT: readonly (readonly [string, string])[] = [
  ['Fortune Green', 'West Hampstead'],
  ['Frognal', 'Hampstead Town'],
  ['Highgate', 'Gospel Oak'],
  ['Kentish Town North', 'Kentish Town South'],
  ['Belsize', 'South Hampstead'],
  ['Hillrise', 'Tollington'],
  ['Mildmay', 'Highbury'],
  ['Barnsbury', "St Mary's & St James'"],
  ['Clerkenwell', "St Peter's & Canalside"],
];

const CLUSTERS: Record<string, { boroughCode: string; wards: readonly string[] }> = {
  'Camden West': {
    boroughCode: CAMDEN,
    wards: ['Fortune Green', 'West Hampstead', 'Kilburn', 'South Hampstead', 'Frognal', 'Belsize', 'Hampstead Town'],
  },
  'Camden North': {
    boroughCode: CAMDEN,
    wards: ['Highgate', 'Gospel Oak', 'Kentish Town North', 'Kentish Town South', 'Haverstock', 'Primrose Hill'],
  },
  'Camden South': {
    boroughCode: CAMDEN,
    wards: [
      'Camden Town',
      'Camden Square',
      "Regent's Park",
      'St Pancras & Somers Town',
      "King's Cross",
      'Bloomsbury',
      'Holborn & Covent Garden',
    ],
  },
  'Islington North': {
    boroughCode: ISLINGTON,
    wards: ['Hillrise', 'Junction', 'Tollington', 'Finsbury Park', 'Tufnell Park', 'Arsenal'],
  },
  'Islington Central': {
    boroughCode: ISLINGTON,
    wards: ['Holloway', 'Laycock', 'Highbury', 'Mildmay', 'Canonbury', 'Caledonian'],
  },
  'Islington South': {
    boroughCode: ISLINGTON,
    wards: ['Barnsbury', "St Mary's & St James'", "St Peter's & Canalside", 'Clerkenwell', 'Bunhill'],
  },
};

/** Three clusters of wards in each borough. */
export function clustersOf(wards: readonly Area[]): Cluster[] {
  return Object.entries(CLUSTERS).map(([name, cluster]) => ({
    name,
    boroughCode: cluster.boroughCode,
    boundaryVersion: BOUNDARY_VERSION,
    wards: cluster.wards.map((ward) => codeOf(wards, ward)),
    during: { from: BOOK_BEGINS, until: null },
    source: MADE_UP,
  }));
}

/** The ward teams: each ward's floor, what the plan adds to it, and 28 sergeants. */
export function wardPosts(wards: readonly Area[], planned: readonly PlannedWard[]): Post[] {
  const ofWards = wards.flatMap((ward) => {
    const plan = planned.find(({ code }) => code === ward.code) ?? FLOOR;
    return [
      ...inWard(ward, { key: 'DWO', title: 'Dedicated ward officer', rank: 'Constable' }, FLOOR.dwo, plan.dwo),
      ...inWard(ward, { key: 'PCSO', title: 'Police community support officer', rank: 'PCSO' }, FLOOR.pcso, plan.pcso),
    ];
  });
  return [...sergeants(wards), ...ofWards];
}

function inWard(
  ward: Area,
  { key, title, rank }: { key: string; title: string; rank: string },
  floor: number,
  planned: number,
): Post[] {
  return Array.from({ length: Math.max(floor, planned) }, (_, index) =>
    madeUpPost({
      reference: `${keyOf(ward.name)}-${key}-${index + 1}`,
      title,
      rank,
      strand: 'neighbourhoods',
      duty: 'ward',
      shares: wholly(ward.boroughCode ?? ''),
      wards: [ward.code],
      boundaryVersion: BOUNDARY_VERSION,
      wardClass: index < floor ? 'floor' : 'extra',
      during: { from: index < floor ? BOOK_BEGINS : extraBegins(ward, index - floor), until: null },
    }),
  );
}

/** Extra posts came in one after another during 2025. */
function extraBegins(ward: Area, index: number): string {
  const month = ((Number(ward.code.slice(-2)) + 5 * index) % 12) + 1;
  return `2025-${String(month).padStart(2, '0')}-01`;
}

function sergeants(wards: readonly Area[]): Post[] {
  const shared = new Set(SHARING_A_SERGEANT.flat());
  const led = [
    ...SHARING_A_SERGEANT.map((pair) => pair.map((name) => codeOf(wards, name))),
    ...wards.filter(({ name }) => !shared.has(name)).map(({ code }) => [code]),
  ];
  return led.map((codes) => {
    const first = wards.find(({ code }) => code === codes[0]);
    return madeUpPost({
      reference: `${keyOf(first?.name ?? '')}-SERGEANT`,
      title: 'Ward sergeant',
      rank: 'Sergeant',
      strand: 'neighbourhoods',
      duty: 'ward',
      shares: wholly(first?.boroughCode ?? ''),
      wards: codes,
      boundaryVersion: BOUNDARY_VERSION,
    });
  });
}

/** A ward's name as its posts begin: "KINGS-CROSS". */
export const keyOf = (name: string): string =>
  name
    .replaceAll("'", '')
    .replace(/[^A-Za-z]+/g, '-')
    .toUpperCase();

function codeOf(wards: readonly Area[], name: string): string {
  const ward = wards.find((each) => each.name === name);
  if (ward === undefined) throw new RangeError(`No ward is called "${name}".`);
  return ward.code;
}
