import { LinkList } from '../../ui/link-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { CharterShown } from '../model.ts';
import { besideAddress, PILOTS } from './addresses.ts';
import type { PageUnit } from './model.ts';
import { PilotFrame } from './pilot-frame.tsx';
import { StandingNotice } from './standing-notice.tsx';

export interface NoResultPageProps {
  unit: PageUnit;
  shown: CharterShown;
  because: string;
}

/** A pilot of which no result can be given, and why: the charter can be read all the same. */
export function NoResultPage({ unit, shown, because }: NoResultPageProps) {
  const { charter } = shown;
  return (
    <PilotFrame unit={unit} charter={charter} title={`No result yet: ${charter.title}`} synthetic={charter.synthetic}>
      <h1 class="w-title">{charter.title}</h1>
      <Panel title="There is no result yet">
        <p class="w-body">{because}</p>
      </Panel>
      <StandingNotice {...shown} />
      <p class="w-body">{charter.summary}</p>
      <LinkList
        links={[
          { href: besideAddress(charter.name, 'charter'), text: 'What would count as working, and what would stop it' },
          { href: PILOTS, text: 'Every pilot' },
        ]}
      />
    </PilotFrame>
  );
}
