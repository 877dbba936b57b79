import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { PilotFrame } from '../../pages/pilot-frame.tsx';
import { StandingNotice } from '../../pages/standing-notice.tsx';
import { sayNewer, sayStanding, sayWaiting } from '../say-charter.ts';
import { AgreedSections } from './agreed-sections.tsx';
import type { CharterPageModel } from './charter-page-model.ts';
import { CharterStaffSection } from './charter-staff-section.tsx';
import { PowerSection } from './power-section.tsx';
import { SignaturesSection } from './signatures-section.tsx';

/** A charter: what was agreed beforehand to count as working and to stop it, and who signed. */
export function CharterPage(model: CharterPageModel) {
  const { unit, shown, staff, problems } = model;
  const { charter, standing } = shown;
  const waiting = sayWaiting(shown);
  return (
    <PilotFrame
      unit={unit}
      charter={charter}
      called={charter.title}
      title={`Charter: ${charter.title}`}
      beside="Charter"
      synthetic={charter.synthetic}
      problems={problems}
    >
      <h1 class="w-title">
        <span class="w-over">
          {charter.title} {charter.synthetic ? <SyntheticMark /> : null}
        </span>
        {charter.kind === 'retrospective'
          ? 'What would have counted as working?'
          : 'What was agreed to count as working?'}
      </h1>
      <p class="w-answer">
        {standing === 'retrospective' ? null : <b>This charter is {sayStanding(standing)}.</b>}
        {waiting === null ? '' : ` ${waiting}`}
        {shown.newerSince === null ? '' : ` ${sayNewer(shown.newerSince)}`}
      </p>
      <p class="w-lead">{charter.summary}</p>
      <StandingNotice {...shown} />
      <AgreedSections charter={charter} areaNames={model.areaNames} />
      <PowerSection power={model.power} />
      <SignaturesSection shown={shown} />
      {staff === null ? null : <CharterStaffSection model={model} staff={staff} />}
    </PilotFrame>
  );
}
