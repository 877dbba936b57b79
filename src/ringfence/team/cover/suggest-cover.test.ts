import { describe, expect, it } from 'vitest';
import { absenceOf, at, BLOOMSBURY_WARD, dutyOf } from '../../../../test/builders/ward-in-view.ts';
import type { PostClass } from '../../model.ts';
import type { CoverQuestion, LendingWard } from './cover-question.ts';
import { sayWhy } from './say-suggestion.ts';
import { COVER_RULES, suggestCover } from './suggest-cover.ts';

const CAMDEN = 'E09000007';
const lending = (place: number, name: string, rest: Partial<LendingWard> = {}): LendingWard => ({
  place,
  code: `E0501360${place}`,
  name,
  boroughCode: CAMDEN,
  cluster: null,
  neighbour: false,
  officers: { posted: 3, floor: 2 },
  pcsos: { posted: 2, floor: 1 },
  ...rest,
});
const HOLBORN = lending(2, 'Holborn', { neighbour: true });

/** A gap from 18:00 to 20:00 in Bloomsbury; Holborn has two on duty, and needs one. */
function asked(rest: Partial<CoverQuestion> = {}): CoverQuestion {
  return {
    gap: { place: 1, kind: 'officer', planned: 1, there: 0, from: at('18:00'), to: at('20:00') },
    ward: { ...BLOOMSBURY_WARD, cluster: null },
    others: [HOLBORN],
    officers: [11, 12, 13].map((officer) => ({
      officer,
      name: `Officer ${officer}`,
      place: 2,
      postClass: 'floor' as const,
    })),
    duties: [dutyOf(11, { place: 2 }), dutyOf(12, { place: 2 })],
    absences: [],
    cover: [{ from: '14:00', to: '22:00', officers: 1, pcsos: 0 }],
    rulingOf: () => ({ ruling: 'breach', because: 'Cover is a breach.', late: false }),
    ...rest,
  };
}
const names = (question: CoverQuestion) => suggestCover(question).map(({ name }) => name);
const inClass = (id: number, place: number, postClass: PostClass = 'floor') => dutyOf(id, { place, postClass });

describe('cover of a gap', () => {
  it('says who could come, why, and what it costs their ward', () => {
    const [first] = suggestCover(asked());
    expect(first).toMatchObject({
      name: 'Officer 11',
      from: at('18:00'),
      to: at('20:00'),
      why: 'Holborn is a neighbouring ward, in the same borough; the post is one of the floor.',
      cost: '2 hours away from Holborn, a breach by the policy in force.',
    });
  });

  it('offers nobody of the ward itself, nobody off duty, and nobody who is away then', () => {
    expect(names(asked({ duties: [dutyOf(1), dutyOf(3)] }))).toEqual([]);
    const early = { during: { from: at('08:00'), to: at('18:00') }, place: 2 };
    expect(names(asked({ duties: [dutyOf(11, early), inClass(12, 2), inClass(13, 2)] }))).toEqual([
      'Officer 12',
      'Officer 13',
    ]);
    const away = absenceOf('a', { duty: 11, officer: 11, place: 2, from: at('17:00'), to: null });
    expect(names(asked({ duties: [inClass(11, 2), inClass(12, 2), inClass(13, 2)], absences: [away] }))).toEqual([
      'Officer 12',
      'Officer 13',
    ]);
  });

  it('offers the part of the gap for which somebody is there', () => {
    const ends = dutyOf(11, { place: 2, during: { from: at('14:00'), to: at('19:00') } });
    const found = suggestCover(asked({ duties: [ends, inClass(12, 2)] })).find(({ officer }) => officer === 11);
    expect(found?.to).toEqual(at('19:00'));
    expect(found?.cost).toMatch(/^1 hour away/);
  });

  it('same-kind: a PCSO for a PCSO and nobody else', () => {
    const duties = [inClass(11, 2, 'pcso'), inClass(12, 2), inClass(13, 2)];
    expect(names(asked({ duties }))).toEqual(['Officer 12', 'Officer 13']);
    expect(names(asked({ duties, gap: { ...asked().gap, kind: 'pcso' } }))).toEqual(['Officer 11']);
  });

  it('keeps-planned-cover: a ward with as many as it needs lends nobody', () => {
    expect(names(asked({ duties: [inClass(11, 2)] }))).toEqual([]);
    const leaves = dutyOf(12, { place: 2, during: { from: at('14:00'), to: at('19:00') } });
    expect(names(asked({ duties: [inClass(11, 2), leaves] }))).toEqual(['Officer 12']);
  });

  it('keeps-floor: a ward with as many posted as its floor lends nobody, and what it lends is counted', () => {
    const small = { ...HOLBORN, officers: { posted: 2, floor: 2 } };
    expect(names(asked({ others: [small] }))).toEqual([]);
    const duties = [inClass(11, 2), inClass(12, 2), inClass(13, 2)];
    const lent = absenceOf('a', {
      duty: 13,
      officer: 13,
      place: 2,
      from: at('17:00'),
      to: at('21:00'),
      reason: 'cover-ward',
    });
    expect(names(asked({ duties, absences: [lent] }))).toEqual([]);
    expect(names(asked({ duties, absences: [{ ...lent, to: at('18:00') }] }))).toHaveLength(3);
  });

  it('says of a ward that is no neighbour where it is, and then that', () => {
    const asked = { ward: { cluster: null, boroughCode: 'E1' } } as Parameters<typeof sayWhy>[1];
    const far = { ward: { name: 'Zoo', neighbour: false, cluster: null, boroughCode: 'E1' }, postClass: 'pcso' };
    expect(sayWhy(far as Parameters<typeof sayWhy>[0], asked)).toBe(
      'Zoo is in the same borough, and not a neighbouring ward; the post is a PCSO’s.',
    );
  });

  it('takes neighbours first, then the cluster, then posts above the floor, then the borough, and never who did what', () => {
    const cluster = 'South';
    const others = [
      lending(2, 'Angel', { boroughCode: 'E09000019' }),
      lending(3, 'Belsize'),
      lending(4, 'Camden Square', { cluster }),
      lending(5, 'Zoo', { neighbour: true }),
    ];
    const duties = others.flatMap(({ place }) => [10, 20].map((id) => inClass(id + place, place)));
    const extra = dutyOf(30, { place: 2, postClass: 'extra' });
    const question = asked({ others, duties: [...duties, extra], ward: { ...BLOOMSBURY_WARD, cluster } });
    expect(suggestCover(question).map(({ ward, postClass }) => `${ward.name} ${postClass}`)).toEqual([
      ...['Zoo floor', 'Zoo floor', 'Camden Square floor', 'Camden Square floor'],
      ...['Angel extra', 'Belsize floor', 'Belsize floor', 'Angel floor', 'Angel floor'],
    ]);
  });

  it('has a test for every rule', () => {
    expect(COVER_RULES.map(({ name }) => name)).toEqual(['same-kind', 'keeps-planned-cover', 'keeps-floor']);
  });
});
