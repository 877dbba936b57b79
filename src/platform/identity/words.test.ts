import { describe, expect, it } from 'vitest';
import { ROLES } from '../access/model.ts';
import { describeBrowser } from './describe-browser.ts';
import type { KnownUnit } from './model.ts';
import { placeProblem } from './place-problem.ts';
import { ROLE_WORDS, rolesInWords } from './role-words.ts';
import { holds, isDueToTouch, isSteppedUp } from './session-limits.ts';

const UNITS: KnownUnit[] = [
  {
    name: 'Central North',
    boroughs: [
      { code: 'E09000007', name: 'Camden', wards: [{ code: 'E05013653', name: 'Bloomsbury' }] },
      { code: 'E09000019', name: 'Islington', wards: [] },
    ],
  },
];
const scope = { unit: 'Central North', borough: null, ward: null };

describe('a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36 Edg/138.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 Version/18.5 Mobile Safari/604.1',
      'Safari on an iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['curl/8.5 <script>alert(1)</script>', 'an unknown browser'],
    [null, 'an unknown browser'],
  ])('%s is described coarsely', (userAgent, words) => expect(describeBrowser(userAgent)).toBe(words));
});

describe('roles', () => {
  it('have a word each, and are told with their place', () => {
    expect(Object.keys(ROLE_WORDS).sort()).toEqual([...ROLES].sort());
    const grants = [
      { role: 'analyst', scope, organisation: null },
      { role: 'chair', scope: { ...scope, borough: 'E09000007', ward: 'E05013653' }, organisation: null },
      { role: 'council', scope: { ...scope, borough: 'E0' }, organisation: 'X' },
    ] as const;
    const names = (code: string) => (code === 'E05013653' ? 'Bloomsbury' : null);
    expect(rolesInWords(grants, names)).toBe('Analyst, Central North; Panel chair, Bloomsbury; Council officer, E0');
    expect(rolesInWords([], names)).toBe('');
  });

  it.each([
    ['analyst', scope, null],
    ['analyst', { ...scope, unit: 'Nowhere' }, 'no command unit "Nowhere"'],
    ['analyst', { ...scope, borough: 'E09000001' }, 'no borough E09000001'],
    ['analyst', { ...scope, ward: 'E05013653' }, 'Name the borough'],
    ['analyst', { ...scope, borough: 'E09000019', ward: 'E05013653' }, 'Islington has no ward'],
    ['sergeant', scope, 'borough or a ward'],
    ['sergeant', { ...scope, borough: 'E09000007' }, null],
    ['chair', { ...scope, borough: 'E09000007' }, 'held in a ward'],
    ['chair', { ...scope, borough: 'E09000007', ward: 'E05013653' }, null],
  ] as const)('%s in %j', (role, where, problem) => {
    const said = placeProblem(role, where, UNITS);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toContain(problem);
  });
});

describe('a session', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 29, 0, minutes));

  it('holds for 30 minutes unused, until its end, across the change of clocks too', () => {
    const session = { lastSeenAt: at(45), expiresAt: at(12 * 60) };
    expect([74, 75].map((minutes) => holds(session, at(minutes)))).toEqual([true, false]);
    expect(holds({ ...session, lastSeenAt: at(719) }, at(720))).toBe(false);
  });

  it('is stepped up for 15 minutes, and written down once a minute', () => {
    expect([14, 15].map((minutes) => isSteppedUp(at(0), at(minutes)))).toEqual([true, false]);
    expect(isSteppedUp(null, at(0))).toBe(false);
    expect([0, 1].map((minutes) => isDueToTouch(at(0), at(minutes)))).toEqual([false, true]);
  });
});
