import { describe, expect, it } from 'vitest';
import { type ReviewPlaces, readReviewForm } from './read-review-form.ts';
import { asksForReview, reviewEntries } from './review-fields.ts';

const places: ReviewPlaces = {
  wards: [
    { code: 'W1', name: 'Bunhill', borough: 'Islington' },
    { code: 'W2', name: 'Kilburn', borough: 'Camden' },
  ],
  boroughs: [
    { code: 'B1', name: 'Camden' },
    { code: 'B2', name: 'Islington' },
  ],
};
const read = (query: Record<string, unknown>, start: number | null = null) => readReviewForm(query, places, start);

const EVERYTHING = {
  review: 'Spring',
  sergeants: '16.5',
  'sergeants-elsewhere': '0.5',
  'sergeant-span': '14',
  'high-from': '1.5',
  'cluster-balance': '1.5',
  'most-moves': '6',
  'most-lost': '1',
  'protected-because': 'Clear, Hold, Build',
  'protected-wards': ['W1', 'W2', 'W1'],
  'borough-floor-B1': '60',
  'funded-place-1': 'Bunhill',
  'funded-officers-1': '1',
  'funded-by-1': 'the council',
  'funded-until-1': '2027-03-31',
  'funded-place-3': 'Camden',
  'funded-officers-3': '2',
  'funded-by-3': 'a grant',
  'tier-W1': 'High',
  'tier-W2': '',
};

describe('readReviewForm', () => {
  it('asks nothing where nothing is filled in', () => {
    expect(read({})).toMatchObject({ problems: [], asked: {} });
    expect(read({ sergeants: '', 'tier-W1': '', 'funded-place-1': ' ' }).asked).toEqual({});
    expect(read({ review: 'A name alone switches nothing on' }).asked).toEqual({});
  });

  it('asks every rule as a rules file would', () => {
    expect(read(EVERYTHING)).toMatchObject({ problems: [] });
    expect(read(EVERYTHING).asked).toEqual({
      sergeants: { all: 16.5, elsewhere: 0.5 },
      rules: {
        name: 'Spring',
        current: null,
        side: {
          'cluster-balance': { within: 1.5 },
          'most-moves': { officers: 6 },
          'most-lost': { officers: 1 },
          'protected-wards': [
            { ward: 'W1', atLeast: null, because: 'Clear, Hold, Build' },
            { ward: 'W2', atLeast: null, because: 'Clear, Hold, Build' },
          ],
          'borough-floors': [{ borough: 'B1', atLeast: 60 }],
          'funded-officers': [
            { place: 'Bunhill', officers: 1, fundedBy: 'the council', until: '2027-03-31' },
            { place: 'Camden', officers: 2, fundedBy: 'a grant', until: null },
          ],
          'sergeant-span': { people: 14 },
        },
        tiers: { W1: 'High' },
        highFrom: 1.5,
        sergeantsElsewhere: null,
        clusters: null,
      },
    });
  });

  it('stands in an address that asks the same again', () => {
    const address: Record<string, string[]> = {};
    for (const [name, value] of reviewEntries(read(EVERYTHING).fields))
      address[name] = [...(address[name] ?? []), value];
    expect(read(address).asked).toEqual(read(EVERYTHING).asked);
    expect(address['funded-place-2']).toEqual(['Camden']);
    expect(address).not.toHaveProperty('tier-W2');
  });

  it('starts with the sergeants of the plan in force, and none is an answer too', () => {
    expect(read({}, 27).asked).toEqual({ sergeants: { all: 27, elsewhere: null } });
    expect(read({ sergeants: '' }, 27).asked).toEqual({});
    expect(reviewEntries(read({ sergeants: '' }, 27).fields)).toEqual([['sergeants', '']]);
  });

  it.each([
    ['sergeants', 'many', 'Sergeants: make it a number of posts, such as 16.5.'],
    ['sergeants-elsewhere', '-1', 'Sergeants elsewhere: make it a number from 0, such as 0.5.'],
    ['sergeant-span', '1.5', 'Most people: make it a whole number from 0 to 100,000.'],
    ['high-from', '0', 'High from: make it a number above 0, such as 1.5.'],
    ['cluster-balance', 'x', 'Cluster balance: make it a number above 0, such as 1.5.'],
    ['most-moves', '1e9', 'Most who move: make it a whole number from 0 to 100,000.'],
    ['most-lost', '2,5', 'Most a ward loses: make it a whole number from 0 to 100,000.'],
    ['borough-floor-B2', '?', 'Officers in Islington: make it a whole number from 0 to 100,000.'],
    ['funded-officers-1', '', 'Officers paid for: make it a whole number from 0 to 100,000.'],
    ['funded-until-1', '31 March', 'Paid until: write it like 2027-03-31.'],
    ['funded-place-1', '', 'Say where the officers stay: a ward, a cluster or a borough.'],
    ['funded-by-1', '', 'Say who pays for the officers.'],
    ['tier-W1', 'Low', 'Bunhill: tiers are "High", "Medium" and "Standard".'],
  ])('says at %s what is wrong with “%s”, and keeps it', (name, typed, sentence) => {
    const form = read({ ...EVERYTHING, [name]: typed });
    expect(form.asked).toBeNull();
    expect(form.problems.map(({ href }) => href)).toEqual([`#${name}`]);
    expect(form.problems[0]?.text).toBe(sentence);
    expect(reviewEntries(form.fields).some(([field, value]) => field === name && value === typed)).toBe(typed !== '');
  });

  it('says at once everything that is wrong, each at its field', () => {
    const { problems } = read({ sergeants: '3', 'most-moves': 'a', 'most-lost': 'b', 'funded-by-1': 'the council' });
    expect(problems.map(({ href }) => href)).toEqual([
      '#most-moves',
      '#most-lost',
      '#funded-officers-1',
      '#funded-place-1',
    ]);
  });

  it.each(['sergeant-span', 'sergeants-elsewhere', 'high-from'])(
    'asks for sergeants where %s is about them',
    (name) => {
      expect(read({ [name]: '2' }).problems).toEqual([
        {
          href: '#sergeants',
          text: 'Say how many sergeants there are: tiers, spans and sergeants elsewhere are about them.',
        },
      ]);
    },
  );
});

describe('asksForReview', () => {
  it('tells an address with sergeants or side rules from one with numbers alone', () => {
    expect(asksForReview({ dwo: '118', 'as-at': '2026-03-01', 'floor-dwo': '2', sergeants: '' })).toBe(false);
    for (const [name, value] of Object.entries(EVERYTHING))
      expect([name, asksForReview({ [name]: value })]).toEqual([name, value !== '']);
  });
});
