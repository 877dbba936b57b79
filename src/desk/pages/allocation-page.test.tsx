import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { fullPlanInView, planInView, wardsInView } from '../../../test/builders/desk-views.ts';
import type { OptimalPlan } from '../../allocation/index.ts';
import { hexPlaces } from '../../geography/index.ts';
import { readAllocationForm } from '../read-allocation-form.ts';
import { readReviewForm } from '../read-review-form.ts';
import { againstPlan } from '../what-if/changes.ts';
import { AllocationPage, type AllocationPageModel } from './allocation-page.tsx';

const plan = planInView(false);
const components = plan.used.map(({ component, title }) => ({ name: component, title }));

function pageOf(changed: Partial<OptimalPlan> = {}, model: Partial<AllocationPageModel> = {}): string {
  const { limits, weights, asAt } = plan;
  const start = { ...limits.officers, floors: limits.floors, ceilings: limits.ceilings, weights, asAt };
  const html = renderToString(
    <AllocationPage
      unit={{ name: 'Central North', boroughs: ['Camden', 'Islington'] }}
      asAt={asAt}
      form={readAllocationForm(
        {},
        start,
        components.map(({ name }) => name),
      )}
      components={components}
      review={null}
      reviewLeftOut={false}
      problems={[]}
      standing={{ kind: 'in force', from: asAt, id: '3', alone: false }}
      plan={{ ...plan, ...changed }}
      hexPlaces={[...(hexPlaces('wards-2022') ?? [])]}
      propose={null}
      mayPropose={false}
      slidesTo={{ dwo: { least: 74, most: 259 }, pcso: { least: 37, most: 222 } }}
      openReviews={[]}
      against={againstPlan(plan, asAt)}
      startAgain="/allocation"
      sameElsewhere={null}
      justAdopted={false}
      {...model}
    />,
  );
  return html;
}

/** Text of each row of a table, cells apart. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .split(/<\/t[hd]>/)
      .map((cell) =>
        cell
          .replace(/<[^>]+>/g, '')
          .replaceAll('&amp;', '&')
          .trim(),
      )
      .filter(Boolean)
      .join(' | '),
  );
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.');

describe('the allocation page on the design’s own proposal', () => {
  const html = pageOf();
  const rows = rowsOf(html);

  it('leads to the answers, near the top', () => {
    expect(html.indexOf('href="/allocation/answers"')).toBeGreaterThan(0);
    expect(html.indexOf('href="/allocation/answers"')).toBeLessThan(html.indexOf('How it works'));
  });

  it('gives no total of made-up scores, and no vintage or file of what is made up', () => {
    const [first] = plan.used;
    if (first === undefined) throw new Error('The plan uses a part.');
    const made = { ...first, component: 'deprivation', title: 'Deprivation', total: 10_637_053, synthetic: true };
    const used = [{ ...made, vintage: 'synthetic demonstration data', files: ['demonstration'] }];
    const text = textOf(pageOf({ used, synthetic: true, missing: [] }));
    expect(text).toContain('All are synthetic demonstration data.');
    expect(text).not.toMatch(/10,637,053|vintage synthetic/);
  });

  it('tells the method in this plan’s numbers', () => {
    const text = textOf(html);
    expect(text).toContain('Every ward gets 2 officers and 1 PCSO.');
    expect(text).toContain('The other 44 officers are handed out one by one.');
    expect(text).toContain(
      'No ward may have more than 7. Bloomsbury has reached it; its demand alone would call for 7.3.',
    );
  });

  it('shows where the officers ran out', () => {
    const cut = rows.indexOf('The 44 extra officers end here. Next in line:');
    expect(rows[cut - 8]).toBe('37th | Bloomsbury | 6 → 7 | 95.5');
    expect(rows[cut - 1]).toMatch(/^44th \| Finsbury Park \| 5 → 6 \| 88[.]\d$/);
    expect(rows[cut + 1]).toMatch(/^next 1 \| West Hampstead \| 2 → 3 \| 87[.]\d$/);
    expect(textOf(html)).toContain('West Hampstead, then Kilburn.');
  });

  it('gives every ward its share, quota, officers and margins', () => {
    expect(rows).toContainEqual(
      expect.stringMatching(/^Bloomsbury \| 6[.]19% \| 7[.]30 \| 7 \| \d+ \| 37th \| at the ceiling \| −8[.]\d% \|/),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^Frognal \| 0[.]73% \| 0[.]86 \| 2 \| 1 \| floor \| \+19\d[.]\d% \| held by the floor \|/),
    );
  });

  it('says which part is missing, and that the others count for more', () => {
    expect(rows).toContainEqual(expect.stringMatching(/^Recorded crime \| 31[.]5% \| 35% \| 74,112 in all/));
    expect(rows).toContainEqual(expect.stringMatching(/\| 10% \| missing \| Anti-social behaviour has no figures/));
    expect(textOf(html)).toContain('1 part is missing and left out, not guessed.');
    expect(textOf(html)).toContain('Worked out from 90% of the weights: anti-social behaviour is missing.');
    expect(textOf(pageOf({ missing: [] }))).not.toContain('Worked out from');
  });

  it('has a reason for each of the 44 officers, reached from every ward of the map and the table', () => {
    expect(html.match(/ of 44 extra officers: /g)).toHaveLength(44);
    for (const { code } of plan.wards) {
      expect(html).toContain(`id="why-${code}"`);
      expect(html.match(new RegExp(`href="#why-${code}"`, 'g'))?.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('puts what a reason’s link names inside the closed list, so that browsers open it', () => {
    const lists = [...html.matchAll(/<details[^>]*w-why[^>]*>[\s\S]*?<\/details>/g)].map(([list]) => list);
    expect(lists).toHaveLength(plan.wards.length);
    for (const { code } of plan.wards)
      expect(
        lists.filter((list) => list.split('</summary>')[1]?.includes(`id="why-${code}" tabindex="-1"`)),
      ).toHaveLength(1);
  });

  it('does not offer to propose what is in force', () => {
    expect(html).toContain('In force since 1 March 2026');
    expect(html).not.toContain('/allocation/propose');
  });
});

describe('the allocation page on other plans', () => {
  it('says nothing of a ceiling where there is none', () => {
    const none = { ...plan.limits, ceilings: { dwo: null, pcso: null } };
    expect(textOf(pageOf({ limits: none }))).not.toContain('No ward may have more than');
  });

  it('says when nobody is left to hand out', () => {
    const wards = plan.wards.map((ward) => ({ ...ward, dwo: 2, pcso: 1, awards: [], pcsoAwards: [] }));
    const text = textOf(pageOf({ wards, officers: { dwo: 74, pcso: 37 } }));
    expect(text).toContain('No officers are left to hand out above that.');
    expect(text).toContain('No officers above the floor. Next in line:');
  });

  it('says when nobody may have more', () => {
    expect(textOf(pageOf({ nextInLine: [] }))).toContain('Nobody: every ward has as many as a ward may have.');
  });

  it('has a word, not a number, for the priority of a first officer', () => {
    const [next, ...others] = plan.nextInLine;
    if (next === undefined) throw new Error('Nobody is in line.');
    const html = pageOf({ nextInLine: [{ ...next, priority: Number.POSITIVE_INFINITY, officers: 1 }, ...others] });
    expect(rowsOf(html)).toContainEqual('next 1 | West Hampstead | 0 → 1 | first');
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  it('marks what is made up where it stands, and offers a proposal for approval', () => {
    const html = pageOf(
      { synthetic: true },
      { standing: { kind: 'proposal' }, mayPropose: true, propose: 'dwo=118&pcso=48' },
    );
    expect(textOf(html)).toContain('A proposal, not adopted · as at 1 March 2026 synthetic');
    expect(html).toContain('href="/allocation/propose?dwo=118&amp;pcso=48"');
  });

  it('names months that were recounted for wards that did not exist yet, and only those', () => {
    // A plan kept before it said where figures come from.
    const used = plan.used.map((part) => ({ ...part, backCast: true, origins: [] }));
    expect(textOf(pageOf({ used }))).not.toContain('recounted');
    const early = { from: '2021-06', to: '2022-05', months: 12 } as const;
    expect(textOf(pageOf({ used, window: early }))).toContain('recounted for wards that did not exist yet');
  });

  it('says of each part where its figures come from', () => {
    const used = plan.used.map((part, at) => ({
      ...part,
      synthetic: false,
      origins: at === 0 ? ['Summed here over the LSOAs that best fit each ward.'] : [],
    }));
    expect(textOf(pageOf({ used }))).toContain('summed here over the LSOAs that best fit each ward Violence');
  });

  it('writes hostile names as text', () => {
    const wards = plan.wards.map((ward) => ({ ...ward, name: '<b onclick="x">Ward</b>' }));
    expect(pageOf({ wards })).not.toContain('<b onclick');
  });
});

describe('the allocation page on a plan with sergeants and side rules', () => {
  const full = fullPlanInView();
  const html = pageOf(full, { standing: { kind: 'tried' } });
  const text = textOf(html);
  const rows = rowsOf(html);

  it('answers with officers and sergeants, and how sure it is', () => {
    expect(text).toContain('118 officers and 48 PCSOs, led by 35 sergeants, for 37 wards.');
    expect(text).toContain('33 wards have a sergeant of their own, and 4 wards share one, two and two.');
    expect(text).toContain('Under the side rules of “Spring”. Proven best: no gap.');
  });

  it('gives every ward its tier and who shares its sergeant, and no margins', () => {
    expect(rows).toContainEqual(expect.stringMatching(/^Arsenal [|].*[|] Standard [|] shares with Barnsbury [|] why/));
    expect(rows).toContainEqual(expect.stringMatching(/^Kilburn [|].*[|] 3 [|] \d [|] \w+ [|] its own [|] why/));
    expect(text).not.toContain('Gains one if demand');
    expect(text).not.toContain('Who gets the next officer?');
    expect(text).not.toContain('a bigger budget never takes an officer');
  });

  it('prints what each ward has now for who may read plans, and not for the public', () => {
    const form = readReviewForm({}, { wards: [], boroughs: [] }, null);
    const shown = rowsOf(pageOf(full, { review: { form, wards: [], boroughs: [] } }));
    expect(shown).toContainEqual(expect.stringMatching(/^Kilburn [|].*[|] 3 [|] 5 [|] \d [|] \w+ [|] its own [|] why/));
    expect(text).not.toContain('“Now”');
  });

  it('prints tier and sergeant in every hexagon, and says them in its link', () => {
    const links = [...html.matchAll(/aria-label="([^"]+)"/g)].map(([, label = '']) => label);
    expect(
      links.filter((label) => label.endsWith('Arsenal, Standard: shares its sergeant with Barnsbury')),
    ).toHaveLength(3);
    expect(links.filter((label) => /^[^.]* S 2[.] Arsenal, Standard/.test(label))).toHaveLength(3);
    expect(links.filter((label) => /^[^.]* H[.] .*, High: a sergeant of its own$/.test(label)).length).toBeGreaterThan(
      0,
    );
    expect(text).toContain('S Standard: 4 wards');
  });

  it('lists every rule with what it costs, and those that are off', () => {
    expect(text).toContain('2 side rules are switched on, and 1 of them binds.');
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^Most moves [|] At most 2 officers change ward.*[|] binds [|] The rule 'most moves' costs 0[.]8%/,
      ),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^Most lost [|] .* [|] on [|] Nothing: the plan is as good without it[.]$/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^Ward floor [|] Every ward has at least 2 .* [|] every plan$/));
    expect(rows).toContainEqual(expect.stringMatching(/^Cluster balance [|] Every cluster .* [|] off$/));
    expect(rows).toContain('Switched off');
  });

  it('does not claim a cost that was not found in time', () => {
    const remarks = ["What the rule 'most lost' costs was not found in time."];
    expect(rowsOf(pageOf({ ...full, remarks }))).toContainEqual(
      expect.stringMatching(/^Most lost [|] .* [|] on, not reckoned [|] What the rule 'most lost' costs was not found/),
    );
  });

  it('says so where a plan has neither sergeants nor side rules', () => {
    const plain = textOf(pageOf());
    expect(plain).toContain('No side rule is switched on.');
    expect(plain).not.toMatch(/sergeants? for|Tiers, and who shares/);
  });
});

describe('the form of sergeants and side rules', () => {
  const review = (query: Record<string, unknown>) => {
    const wards = wardsInView();
    const boroughs = [{ code: 'E09000007', name: 'Camden' }];
    const form = readReviewForm(query, { wards, boroughs }, null);
    return { review: { form, wards, boroughs }, problems: form.problems };
  };

  it('is there for who may read plans, closed while nothing is asked', () => {
    const html = pageOf({}, review({}));
    expect(html).toContain('Plan sergeants');
    expect(html).not.toMatch(/<details[^>]* open/);
    expect(html.match(/name="protected-wards"/g)).toHaveLength(37);
    expect(pageOf()).not.toContain('Plan sergeants');
  });

  it('opens where something is asked, keeps it, and has room for one more paid for', () => {
    const html = pageOf({}, review({ sergeants: '27', 'funded-place-1': 'Kilburn', 'funded-officers-1': 'two' }));
    expect(html).toContain('value="27"');
    expect(html).toContain('value="two"');
    expect(html).toContain('id="funded-place-2"');
    expect(html).not.toContain('id="funded-place-3"');
    expect(html).toContain('href="#funded-officers-1"');
    expect(html).toContain('id="funded-officers-1-error"');
  });

  it('tells a reader who may not that what the address asks is left out', () => {
    expect(textOf(pageOf({}, { reviewLeftOut: true }))).toContain('Sergeants and side rules are left out');
  });

  it.each([
    ['busy', 'Not yet. Other plans are being worked out'],
    ['no answer in time', 'No answer in time. There may be a plan'],
  ] as const)('says what to do when it is %s', (kind, sentence) => {
    expect(textOf(pageOf({}, { plan: { kind } }))).toContain(sentence);
  });
});

describe('the allocation page while a review is open', () => {
  const review = { id: 7, number: '2026-1', name: 'Spring', closesOn: '2026-04-30', synthetic: false };
  const open = (changed: Partial<AllocationPageModel['openReviews'][number]>) => ({
    ...review,
    announced: true,
    mayAnswer: false,
    ...changed,
  });

  it('says so above its title, once it is announced', () => {
    expect(textOf(pageOf({}, { openReviews: [open({})] }))).toContain(
      'Review 2026–1 · open for comment until 30 April 2026',
    );
    expect(textOf(pageOf({}, { openReviews: [open({ announced: false })] }))).not.toContain('open for comment');
  });

  it('takes the weights of the form along as a proposal, for who may answer', () => {
    expect(pageOf({}, { openReviews: [open({})] })).not.toContain('Save as your proposal');
    const html = pageOf({}, { openReviews: [open({ mayAnswer: true })] });
    expect(html).toMatch(/href="\/allocation\/reviews\/7\/propose\?method=budget&amp;weight-recorded-crime=\d/);
    expect(textOf(html)).not.toContain('in review 2026–1');
  });

  it('names each where several are open', () => {
    const openReviews = [open({ mayAnswer: true }), open({ id: 8, number: '2026-2', name: 'Autumn', mayAnswer: true })];
    const text = textOf(pageOf({}, { openReviews }));
    expect(text).toContain('Save as your proposal in review 2026–1, Spring');
    expect(text).toContain('Save as your proposal in review 2026–2, Autumn');
  });
});

describe('how often other weightings agree', () => {
  const [first] = plan.wards;

  it('is a column of the ward table', () => {
    const sameElsewhere = { samples: 10_000, alikeLikely: true, shares: { [first?.code ?? '']: 0.56 } };
    const html = pageOf({}, { sameElsewhere });
    expect(html).toContain('Same number in other weightings');
    expect(rowsOf(html).some((text) => text.startsWith(first?.name ?? '?') && text.includes('| 56% |'))).toBe(true);
  });

  it('is left out where it is not said, and promised where it is not ready', () => {
    expect(pageOf()).not.toContain('Same number in other weightings');
    const html = pageOf({}, { sameElsewhere: 'not ready' });
    expect(html).not.toContain('Same number in other weightings');
    expect(textOf(html)).toContain('Load this page again in a few seconds.');
  });
});
