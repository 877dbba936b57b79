import type { Area, BoundaryVersion, HexPlace } from './model.ts';
import type { BoroughWards } from './reference/borough-wards.ts';
import { BOROUGHS_2022 } from './reference/boroughs-2022.ts';
import { HEX_BOROUGHS_2022 } from './reference/hex-boroughs-2022.ts';
import { HEX_WARDS_2022 } from './reference/hex-wards-2022.ts';
import { POLICE_FORCES } from './reference/police-forces.ts';
import { WARDS_2014 } from './reference/wards-2014.ts';
import { WARDS_2022 } from './reference/wards-2022.ts';

const REFERENCE_AREAS: Record<BoundaryVersion, readonly Area[]> = {
  'wards-2014': wardsOf(WARDS_2014, 'wards-2014'),
  'wards-2022': wardsOf(WARDS_2022, 'wards-2022'),
  'boroughs-2022': BOROUGHS_2022.map(([code, name]) => ({
    code,
    name,
    kind: 'borough',
    version: 'boroughs-2022',
    boroughCode: null,
    boroughName: null,
  })),
  'lsoas-2011': [],
  'lsoas-2021': [],
  'police-forces': POLICE_FORCES.map(([code, name]) => ({
    code,
    name,
    kind: 'force',
    version: 'police-forces',
    boroughCode: null,
    boroughName: null,
  })),
};

const HEX_PLACES: Record<BoundaryVersion, readonly HexPlace[] | null> = {
  'wards-2014': null,
  'wards-2022': HEX_WARDS_2022,
  'boroughs-2022': HEX_BOROUGHS_2022,
  'lsoas-2011': null,
  'lsoas-2021': null,
  'police-forces': null,
};

/** The areas Wardroom ships, by code: the wards of Camden and Islington of either set, or London's boroughs. */
export function referenceAreas(version: BoundaryVersion): readonly Area[] {
  return REFERENCE_AREAS[version];
}

/** Hexagons of a boundary set's reference areas, by code; null when the set has no layout. */
export function hexPlaces(version: BoundaryVersion): readonly HexPlace[] | null {
  return HEX_PLACES[version];
}

function wardsOf(boroughs: readonly BoroughWards[], version: BoundaryVersion): readonly Area[] {
  return boroughs.flatMap(({ boroughCode, boroughName, wards }) =>
    wards.map(([code, name]): Area => ({ code, name, kind: 'ward', version, boroughCode, boroughName })),
  );
}
