import { monthName } from '../../../lib/calendar/month.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Page } from '../../../ui/layout.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { sayPublication } from '../../pages/say-publication.ts';
import { disproportionalityAddress } from '../disproportionality-address.ts';
import type { Disproportionality } from '../model.ts';
import { SAID_BY, sayAnswer, sayLimits } from '../say-disproportionality.ts';
import { BreakdownSection } from './breakdown-section.tsx';
import { ChooseSearches } from './choose-searches.tsx';
import { FindSection } from './find-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import type { DisproportionalityPageModel } from './model.ts';
import { VictimsSection } from './victims-section.tsx';
import { WardsSection } from './wards-section.tsx';

/** Stop and search by ethnicity, against who lives there. */
export function DisproportionalityPage(model: DisproportionalityPageModel) {
  const { unit, shown, held } = model;
  const over =
    shown.kind === 'shown'
      ? `${shown.area.name} · ${shown.period.label} · ${SAID_BY[shown.by].ethnicity}`
      : 'Stop and search';
  return (
    <Page
      title={
        shown.kind === 'shown' ? `Stop and search by ethnicity, ${shown.area.name}` : 'Stop and search by ethnicity'
      }
      active="/performance"
      unit={unit}
      synthetic={shown.kind === 'shown' && shown.synthetic}
      {...(held === null ? {} : { figuresTo: monthName(held.to) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'Stop and search by ethnicity' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">{over}</span>
        Who is stopped and searched, against who lives here?
      </h1>
      {shown.kind === 'shown' ? (
        <Said shown={shown} />
      ) : (
        <Refused shown={shown} asked={model.asked} mayImport={model.mayImport} />
      )}
      <ChooseSearches {...model} />
      {shown.kind === 'shown' ? <Shown shown={shown} asked={model.asked} /> : null}
    </Page>
  );
}

function Said({ shown }: { shown: Disproportionality }) {
  const { figure, rest } = sayAnswer(shown);
  return (
    <Answer figure={figure} synthetic={shown.synthetic}>
      {rest}
    </Answer>
  );
}

function Refused({
  shown: { because, near, nothingHeld = false },
  asked,
  mayImport,
}: {
  shown: Extract<DisproportionalityPageModel['shown'], { kind: 'refused' }>;
  asked: DisproportionalityPageModel['asked'];
  mayImport: boolean;
}) {
  if (nothingHeld) return <NothingHeld because={because} mayImport={mayImport} />;
  return (
    <Panel title="That could not be shown" warn>
      <p class="w-body">{because}</p>
      {near.length === 0 ? null : (
        <LinkList
          links={near.map(({ word, name }) => ({
            href: disproportionalityAddress({ ...asked, area: word }),
            text: name,
          }))}
        />
      )}
    </Panel>
  );
}

function NothingHeld({ because, mayImport }: { because: string; mayImport: boolean }) {
  return (
    <Panel title="Not published here yet">
      <p class="w-body">
        {because} With them, and residents by ethnic group of the census, this page shows who is searched how often.
      </p>
      {mayImport ? <LinkList links={[{ href: '/import', text: 'Import stop-and-search files' }]} /> : null}
    </Panel>
  );
}

function Shown({ shown, asked }: { shown: Disproportionality; asked: DisproportionalityPageModel['asked'] }) {
  return (
    <>
      <GroupsSection shown={shown} />
      <section class="w-section" aria-labelledby="cannot-say">
        <h2 class="w-h2" id="cannot-say">
          What these figures cannot say
        </h2>
        <ul class="w-body-list">
          {sayLimits(shown).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <BreakdownSection shown={shown} part="object" />
      <BreakdownSection shown={shown} part="outcome" />
      <FindSection shown={shown} />
      {shown.victims === null ? null : <VictimsSection victims={shown.victims} shown={shown} />}
      {shown.wards === null ? null : <WardsSection wards={shown.wards} shown={shown} />}
      <section class="w-section w-noprint" aria-labelledby="downloads">
        <h2 class="w-h2" id="downloads">
          Take it away
        </h2>
        <LinkList
          links={[
            { href: disproportionalityAddress(asked, 'csv'), text: 'These figures as CSV' },
            { href: disproportionalityAddress(asked, 'json'), text: 'These figures as JSON' },
          ]}
        />
        <p class="w-note">
          Source: stop and search, data.police.uk; residents by ethnic group, census of 2021.{' '}
          {sayPublication(shown.vintages, shown.files)}
        </p>
      </section>
    </>
  );
}
