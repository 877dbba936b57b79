import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { OutcomeResult } from '../model.ts';
import { areaNoun } from '../words/setting-of.ts';
import { resultAddress } from './addresses.ts';
import { CertaintySection } from './certainty-section.tsx';
import { ChartSection } from './chart-section.tsx';
import { CharterSection } from './charter-section.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { DisplacementSection } from './displacement-section.tsx';
import { DoseSection } from './dose-section.tsx';
import { EstimatorsSection } from './estimators-section.tsx';
import { GuardsSection } from './guards-section.tsx';
import { LooksSection } from './looks-section.tsx';
import type { ResultPageModel } from './model.ts';
import { othersCrossed } from './outcome-shown.ts';
import { OutcomesTable } from './outcomes-table.tsx';
import { PilotFrame } from './pilot-frame.tsx';
import { StandingNotice } from './standing-notice.tsx';
import { StatePanel } from './state-panel.tsx';

/** The result of a pilot: the same page and the same paragraph to everybody. */
export function ResultPage({ unit, shown, result, inFull }: ResultPageModel) {
  const { charter } = shown;
  const areas = areaNoun(charter.treated.flatMap((group) => group.areas)).many;
  const starts = [...new Set(result.groups.map(({ start }) => start))];
  return (
    <PilotFrame
      unit={unit}
      charter={charter}
      title={`${charter.title} ${charter.name}`}
      figuresTo={result.figures.to}
      synthetic={result.synthetic}
    >
      <h1 class="w-title">
        <span class="w-over">
          {areaNames(result)} · from {andList(starts.map(monthName))}
        </span>
        {charter.title}
      </h1>
      <StandingNotice {...shown} />
      <StatePanel charter={charter} result={result} />
      {result.groups.map(({ name, paragraph }) => (
        <p class="w-paragraph" key={name}>
          {paragraph}
        </p>
      ))}
      <OutcomesTable result={result} charter={charter.name} />
      <ChartSection charter={charter} outcome={inFull} result={result} />
      <Crossed outcomes={othersCrossed(result.outcomes, inFull)} charter={charter.name} />
      <EstimatorsSection outcome={inFull} areas={areas} />
      <ComparisonSection charter={charter} result={result} outcome={inFull} areas={areas} />
      <CertaintySection outcome={inFull} areas={areas} />
      <LooksSection charter={charter} outcome={inFull} />
      <GuardsSection result={result} />
      <DisplacementSection result={result} inFull={inFull} areas={areas} />
      <DoseSection result={result} />
      <Remarks remarks={result.remarks} />
      <CharterSection shown={shown} result={result} />
    </PilotFrame>
  );
}

/** Every area by its name; groups apart. */
const areaNames = ({ groups }: ResultPageModel['result']): string => groups.map(({ name }) => name).join('; ');

/** The way to the other outcomes on which a boundary was crossed. */
function Crossed({ outcomes, charter }: { outcomes: readonly OutcomeResult[]; charter: string }) {
  if (outcomes.length === 0) return null;
  return (
    <p class="w-body">
      A boundary was crossed on these too:{' '}
      {outcomes.map(({ group, measure, title }, at) => (
        <span key={`${group} ${measure}`}>
          {at > 0 ? '; ' : ''}
          <a class="govuk-link" href={resultAddress(charter, { group, measure })}>
            {withinSentence(title)} in {group}
          </a>
        </span>
      ))}
      .
    </p>
  );
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="unseen">
      <h2 class="w-h2" id="unseen">
        What this cannot see
      </h2>
      <ul class="w-body-list">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  );
}
