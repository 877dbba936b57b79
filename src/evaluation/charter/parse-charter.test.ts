import { describe, expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import { charterHash } from './charter-hash-service.ts';
import { parseCharter } from './parse-charter.ts';

const [group, police, camden] = [CHARTER.treated[0], ...CHARTER.signatories];
const [burglary, robbery] = CHARTER.outcomes;

/** The sentences a charter with these fields otherwise is refused with. */
function said(changed: object): string[] {
  const parsed = parseCharter({ ...CHARTER, ...changed });
  return parsed.kind === 'refused' ? parsed.problems.map(({ sentence }) => sentence) : [];
}

describe('a charter as it is read', () => {
  it('is what its file says', () => {
    expect(parseCharter(JSON.parse(JSON.stringify(CHARTER)))).toEqual({ kind: 'charter', charter: CHARTER });
  });

  it.each([
    ['looks: the months are not in order', { looks: ['2031-02', '2030-09', '2031-03'] }],
    ['looks: the last look must be the end, 2031-03', { looks: ['2030-09'] }],
    ['looks: 2030-04 comes before the first month that is judged, 2030-06', { looks: ['2030-04', '2031-03'] }],
    [
      'comparison.excluded: E09000007 is treated as well',
      { comparison: { ...CHARTER.comparison, excluded: [{ area: 'E09000007', because: 'B' }] } },
    ],
    [
      'comparison.from: E09000007 is treated as well',
      { comparison: { ...CHARTER.comparison, from: ['E09000007', 'E09000002'] } },
    ],
    [
      'comparison.excluded[0].because: write why the area is left out',
      { comparison: { ...CHARTER.comparison, excluded: [{ area: 'E09000001', because: ' ' }] } },
    ],
    [
      'treated: E09000007 is treated twice',
      { treated: [{ ...group, areas: ['E09000007', 'E09000007', 'E09000019'] }] },
    ],
    ['treated[0].areas[0]: write the official code', { treated: [{ ...group, areas: ['Camden'] }] }],
    [
      'treated[0].start: Camden and Islington would first be judged in 2031-04, after the end',
      { treated: [{ ...group, start: '2031-02' }] },
    ],
    ['preFrom: 2030-01 is less than 4 months before', { preFrom: '2030-01' }],
    ['outcomes: none is primary', { outcomes: [{ ...burglary, role: 'context' }, robbery] }],
    ['outcomes: nothing guards against harm', { outcomes: [burglary] }],
    ['outcomes: burglary is there twice', { outcomes: [burglary, robbery, { ...burglary, role: 'guard' }] }],
    [
      'outcomes[0].measure: there is no measure roberry: did you mean robbery?',
      { outcomes: [{ ...burglary, measure: 'roberry' }, robbery] },
    ],
    [
      'noDetriment[0].measure: there is no measure q: "wardroom measure list"',
      { noDetriment: [{ measure: 'q', margin: 1 }] },
    ],
    [
      'outcomes[1].measure: nobody has said whether more of residents is better or worse',
      { outcomes: [burglary, { ...robbery, measure: 'residents' }] },
    ],
    [
      'benefits[0].measure: theft is none of the outcomes',
      { benefits: [{ what: 'W', measure: 'theft', by: '2031-03' }] },
    ],
    ['benefits[0].by: 2029-01 is before the start', { benefits: [{ what: 'W', measure: null, by: '2029-01' }] }],
    ['stopRule.harmRate: write a chance above 0 and below 0.5', { stopRule: { ...CHARTER.stopRule, harmRate: 0.5 } }],
    ['signatories: nobody signs for the police', { signatories: CHARTER.signatories.slice(1) }],
    ['signatories: nobody signs for the council of E09000019', { signatories: [police, camden] }],
    [
      'signatories[1].borough: write the code of the borough of Camden Council',
      { signatories: [police, { ...camden, borough: null }, CHARTER.signatories[2]] },
    ],
    ['signatories: Camden Council is there twice', { signatories: [...CHARTER.signatories, camden] }],
    ['seed is missing: write a whole number', { seed: undefined }],
    ['estimator: write "did" or "sc" or "difp" or "sdid"', { estimator: 'ols' }],
    ['The charter: leave out "looking"', { looking: true }],
    ['preFrom: write a month such as 2017-01', { preFrom: '2030-13' }],
    ['vintage: write { "policy": "latest" }', { vintage: 'latest' }],
  ])('is refused with "%s"', (sentence, changed) => {
    expect(said(changed).join('\n')).toContain(sentence);
  });

  it('says every problem at once', () => {
    expect(said({ outcomes: [burglary], looks: ['2030-09'], preFrom: '2030-01' })).toHaveLength(3);
    expect(said({ seed: 'x', title: '', end: 3 })).toHaveLength(3);
  });

  it('needs nobody to sign where it is retrospective', () => {
    expect(said({ kind: 'retrospective', signatories: [] })).toEqual([]);
  });

  it('is refused whatever it is', () => {
    for (const wrong of [null, 7, 'charter', [], {}]) expect(parseCharter(wrong).kind).toBe('refused');
  });
});

it('has one hash however it is laid out, and another for any other content', () => {
  const turned = Object.fromEntries(Object.entries(CHARTER).toReversed()) as unknown as typeof CHARTER;
  expect(charterHash(turned)).toBe(charterHash(CHARTER));
  expect(charterHash({ ...CHARTER, seed: 2 })).not.toBe(charterHash(CHARTER));
});
