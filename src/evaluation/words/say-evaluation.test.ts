import { describe, expect, test } from 'vitest';
import { sampleCharter, sampleEvaluation } from '../../../test/builders/evaluation-result.ts';
import type { EvaluationResult, Standing } from '../model.ts';
import { putIntoWords, sayState } from './index.ts';

const asSigned = (standing: Standing, changes: Partial<EvaluationResult> = {}): EvaluationResult => {
  const sample = sampleEvaluation(changes);
  return { ...sample, charter: { ...sample.charter, standing } };
};
const prospective = sampleCharter({ kind: 'prospective' });

describe('the paragraph of an evaluation', () => {
  test('is that of each group, in the charter’s order, each leading with what was called', () => {
    const { paragraph, groups } = putIntoWords(sampleCharter(), sampleEvaluation());
    expect(paragraph).toBe(groups.map((group) => group.paragraph).join(' '));
    const [north, east] = groups.map((group) => group.paragraph);
    expect(north).toMatch(
      /^Camden and Islington, in the 12 months from January 2017, recorded about .* more robberies/,
    );
    expect(north).toContain('Harm would have been called by the charter’s rule for the looks');
    expect(north).toContain('For the other two outcomes neither boundary was crossed.');
    expect(east).toMatch(/^Barking and Dagenham, Havering and Redbridge, .* fewer burglaries/);
    expect(east).toContain('Benefit would have been called by the charter’s rule for the looks');
  });

  test('says of all outcomes that none crossed where the leading one did not either', () => {
    const outcomes = sampleEvaluation().outcomes.map((each) => ({ ...each, looks: [], state: 'cannot tell' as const }));
    const [north] = putIntoWords(sampleCharter(), sampleEvaluation({ outcomes })).groups;
    expect(north?.paragraph).toContain('For none of the four outcomes was a boundary crossed.');
  });

  test('of a charter that nobody signed says so first, once the pilot has begun, and calls nothing', () => {
    const { paragraph, remarks } = putIntoWords(prospective, asSigned('draft'));
    expect(paragraph).toMatch(/^Nobody signed this charter, and the pilot has begun: no rule was in force\. Camden/);
    expect(paragraph).not.toMatch(/called|stands/);
    expect(remarks[0]).toContain('no rule was in force');
    const partly = putIntoWords(prospective, asSigned('partly signed')).paragraph;
    expect(partly).toMatch(/^Not everybody signed this charter/);
    const before = { ...sampleEvaluation().figures, to: '2016-12' as const };
    for (const result of [asSigned('signed'), asSigned('draft', { figures: before })])
      expect(putIntoWords(prospective, result).paragraph).not.toContain('signed this charter');
  });
});

describe('the state', () => {
  test('names the group of each outcome, wherever the charter has more than one', () => {
    const [robbery, , burglary] = sampleEvaluation().outcomes;
    if (robbery === undefined || burglary === undefined) throw new Error('The sample has lost its outcomes.');
    const both = sampleEvaluation();
    expect(sayState(sampleCharter(), both).meaning).toMatch(
      /^Robbery and theft from the person in Camden and Islington\./,
    );
    expect(sayState(sampleCharter(), both).line).toBe(
      'Harm boundary crossed: robbery and theft from the person in Camden and Islington.',
    );
    expect(sayState(sampleCharter(), sampleEvaluation({ outcomes: [robbery, burglary] })).line).toBe(
      'Harm boundary crossed: robbery.',
    );
  });

  test('never reads as that nothing happened', () => {
    const said = sayState(sampleCharter(), sampleEvaluation({ state: 'cannot tell' })).meaning;
    expect(said).toContain('the stop rule called neither harm nor benefit; it never means that nothing happened.');
  });

  test('asks nobody to meet by a rule that was not in force', () => {
    const { head, meaning } = sayState(prospective, asSigned('draft'));
    expect(head).toContain('no rule in force');
    expect(meaning).toContain('the signatories would have had to meet');
  });
});
