import { describe, expect, it } from 'vitest';
import { partsOfTwoBoroughs } from '../../../../test/builders/laid-reviews.ts';
import type { DemandPart, DemandParts } from '../../../demand/index.ts';
import type { ReviewNumbers } from '../model.ts';
import { compareParts } from './compare-parts.ts';
import type { ProposedWeights } from './compare-proposals.ts';

const kept = partsOfTwoBoroughs();
const numbers: ReviewNumbers = { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 0 }, ceilings: { dwo: 6, pcso: null } };
const crime: ProposedWeights = { id: 1, title: 'Police draft', weights: { 'recorded-crime': 1 } };
const residents: ProposedWeights = { id: 2, title: 'Camden Council', weights: { residents: 1 } };
type Held = Extract<DemandPart, { kind: 'held' }>;

/** The figures with one component's changed. */
function changed(component: string, change: (part: Held) => DemandPart): DemandParts {
  return {
    ...kept,
    parts: kept.parts.map((part) => (part.component === component && part.kind === 'held' ? change(part) : part)),
  };
}
const withFigures = (part: Held, figures: number[], vintage: string): Held => ({
  ...{ ...part, figures, vintage },
  total: figures.reduce((sum, each) => sum + each, 0),
});
const compare = (held: DemandParts) => compareParts(kept, held, numbers, [crime, residents]);

describe('what was revised since a review opened', () => {
  it('is nothing where no figure differs, though files were published again', () => {
    expect(compare(kept)).toBeNull();
    expect(compare(changed('residents', (part) => ({ ...part, vintage: 'later', files: ['again.csv'] })))).toBeNull();
  });

  it('names component, wards and vintages, and whose numbers change under which proposal', () => {
    const held = changed('recorded-crime', (part) =>
      withFigures(
        part,
        part.figures.map((figure, place) => (place === 0 ? figure * 20 : figure)),
        'summer',
      ),
    );
    const revised = compare(held);
    expect(revised).toMatchObject({
      sentence: 'Since the review opened, recorded-crime was revised in 1 ward (from “test” to “summer”).',
      components: [{ kind: 'revised', component: 'recorded-crime', wards: 1, vintage: { from: 'test', to: 'summer' } }],
    });
    const [underCrime, underResidents] = revised?.under ?? [];
    expect(underCrime?.wards?.[0]).toMatchObject({ code: kept.wards[0]?.code, opened: 2, revised: 6 });
    expect(underCrime?.sentence).toMatch(/^Under Police draft the numbers of \d+ wards would change/);
    expect(underResidents).toMatchObject({
      wards: [],
      sentence: 'Under Camden Council no ward’s number would change.',
    });
  });

  it('says that a component went missing, which leaves a proposal without a plan, or that one appeared', () => {
    const gone = changed('residents', ({ component, title }) => ({
      ...{ kind: 'missing', component, title, reason: 'A ward has none.' },
    }));
    expect(compare(gone)).toMatchObject({
      sentence: 'Since the review opened, residents has no complete figures any more.',
      under: [{ wards: [] }, { wards: null, sentence: 'Under Camden Council there would be no plan any more.' }],
    });
    expect(compareParts(gone, kept, numbers, [residents])).toMatchObject({
      sentence: 'Since the review opened, residents has figures now (“test”), and had none.',
      under: [{ wards: null, sentence: 'Under Camden Council there would now be a plan.' }],
    });
  });

  it('compares no ward where the unit’s wards are other ones', () => {
    const fewer: DemandParts = {
      ...kept,
      wards: kept.wards.slice(1),
      parts: kept.parts.map((part) =>
        part.kind === 'held' ? withFigures(part, part.figures.slice(1), part.vintage) : part,
      ),
    };
    expect(compare(fewer)).toMatchObject({
      ...{ otherWards: true, components: [], sentence: 'Since the review opened, the unit’s wards are other ones.' },
      under: [{ wards: null }, { wards: null }],
    });
  });
});
