import { monthName } from '../../lib/calendar/month.ts';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TableLinks } from '../../ui/table-links.tsx';
import { ChangesSection } from './changes-section.tsx';
import { ChooseWards } from './choose-wards.tsx';
import { FunnelSection } from './funnel-section.tsx';
import type { WardsComparison, WardsPageModel, WardsRefused } from './model.ts';
import { sayRemarks, saySource } from './say-remarks.ts';
import { sayBeside } from './say-wards.ts';
import { wardsAddress, wardsFileAddress } from './wards-address.ts';
import { WardsTable } from './wards-table.tsx';

/** Wards beside each other, fairly: rates with their ranges, what chance makes them differ, and what changed in each. */
export function WardsPage(model: WardsPageModel) {
  const { unit, shown } = model;
  const wards = shown.kind === 'wards' ? shown : null;
  return (
    <Page
      title={wards === null ? 'Wards beside each other' : `Wards beside each other, ${wards.place.name}`}
      active="/performance"
      unit={unit}
      synthetic={wards?.synthetic ?? false}
      {...(wards === null ? {} : { figuresTo: monthName(wards.lastMonth) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'Wards beside each other' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">
          {wards === null
            ? 'Wards beside each other'
            : `${wards.place.name} · ${wards.beside.measure.title} · ${wards.beside.period.label}`}
        </span>
        Which wards differ by more than chance?
      </h1>
      {shown.kind === 'wards' ? <Said shown={shown} model={model} /> : <Refused {...shown} />}
      <ChooseWards {...model} />
      {wards === null ? null : <Compared shown={wards} model={model} />}
    </Page>
  );
}

function Said({ shown, model }: { shown: WardsComparison; model: WardsPageModel }) {
  const { figure, rest } = sayBeside(shown.beside, model.asked.countsTest);
  return (
    <Answer figure={figure} synthetic={shown.synthetic}>
      {rest}
    </Answer>
  );
}

function Refused({ because, near }: WardsRefused) {
  return (
    <Panel title="That could not be compared" warn>
      <p class="w-body">{because}</p>
      {near.length === 0 ? null : (
        <LinkList links={near.map(({ word, name }) => ({ href: wardsAddress({ place: word }), text: name }))} />
      )}
    </Panel>
  );
}

function Compared({ shown, model: { asked } }: { shown: WardsComparison; model: WardsPageModel }) {
  return (
    <>
      <FunnelSection shown={shown} asked={asked} />
      <WardsTable shown={shown} countsTest={asked.countsTest} />
      <ChangesSection shown={shown} />
      <p class="w-note">{[...sayRemarks(shown), saySource(shown)].join(' ')}</p>
      <TableLinks
        tables={(['wards', 'wards-changes'] as const).map((file) => ({
          text: file === 'wards' ? 'Download the wards' : 'Download the changes',
          csv: wardsFileAddress(asked, file, 'csv'),
          json: wardsFileAddress(asked, file, 'json'),
        }))}
      />
    </>
  );
}
