import { monthName } from '../../../lib/calendar/month.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Page } from '../../../ui/layout.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { monthsHeld } from '../held-incidents.ts';
import { type Field, FORM_FIELDS } from '../typed-question.ts';
import { DrawArea } from './draw-area.tsx';
import { AREA_COUNT, type AskPageModel } from './model.ts';
import { WhatField } from './what-field.tsx';

/** Asks what is counted, of which months, and in which area. */
export function AskPage(model: AskPageModel) {
  const { unit, held, errors, boundariesAddress } = model;
  const wrong = (held.length === 0 ? [] : FORM_FIELDS).flatMap((field) =>
    errors[field] === undefined ? [] : [{ field, text: errors[field] }],
  );
  return (
    <Page
      title={wrong.length === 0 ? 'Count in an area' : 'Error: Count in an area'}
      active={null}
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Count in an area' }]}
      islands={boundariesAddress === null ? [] : ['draw-area']}
    >
      {wrong.length === 0 ? null : (
        <ErrorSummary errors={wrong.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      )}
      <h1 class="w-title">Count incidents in any area</h1>
      <p class="w-lead">
        How many incidents were there inside an outline of your own, month by month? The area is counted in and then
        forgotten: nothing of it is kept.
      </p>
      {held.length === 0 ? <NothingHeld /> : <QuestionForm {...model} />}
    </Page>
  );
}

function NothingHeld() {
  return (
    <p class="w-answer">
      <b>Nothing can be counted yet.</b> Figures of wards do not say where in a ward incidents were:{' '}
      <a class="govuk-link" href="/import">
        import street-level or stop-and-search files
      </a>{' '}
      of data.police.uk, which do.
    </p>
  );
}

function QuestionForm({ held, typed, errors, boundariesAddress, mostMegabytes }: AskPageModel) {
  const months = monthsHeld(held).map((month) => ({ value: month, text: monthName(month) }));
  const vintages = [...new Set(held.flatMap((each) => each.vintages))];
  const errorOf = (field: Field) => (errors[field] === undefined ? {} : { error: errors[field] });
  return (
    <Form action={AREA_COUNT} files novalidate>
      <WhatField held={held} value={typed.what} {...errorOf('what')} />
      <div class="w-form w-area-months">
        <SelectField
          id="from"
          name="from"
          label="First month"
          choices={months}
          value={typed.from}
          {...errorOf('from')}
        />
        <SelectField id="to" name="to" label="Last month" choices={months} value={typed.to} {...errorOf('to')} />
        <SelectField
          id="vintage"
          name="vintage"
          label="Vintage"
          choices={[
            { value: '', text: 'The latest that has the month' },
            ...vintages.map((vintage) => ({ value: vintage, text: vintage })),
          ]}
          value={typed.vintage}
          {...errorOf('vintage')}
        />
      </div>
      <h2 class="w-h2">The area</h2>
      {boundariesAddress === null ? null : <DrawArea boundariesAddress={boundariesAddress} />}
      <FileField
        id="file"
        name="file"
        label="A GeoJSON file"
        hint={`In WGS84, up to ${mostMegabytes} MB. Each feature is counted as an area of its own. A file counts instead of the text below.`}
        accept=".geojson,.json"
        {...errorOf('file')}
      />
      <TextArea
        id="geojson"
        name="geojson"
        label="Or the area as GeoJSON text"
        hint={'Such as {"type":"Polygon","coordinates":[[[-0.11,51.53],[-0.10,51.53],[-0.10,51.54],[-0.11,51.53]]]}'}
        rows={6}
        code
        value={typed.geojson}
        {...errorOf('geojson')}
      />
      <Button text="Count" preventDoubleClick />
    </Form>
  );
}
