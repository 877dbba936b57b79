import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { Panel } from '../../ui/panel.tsx';
import { type FiguresShown, figuresShown } from '../figures-shown.ts';
import { allocationAddress } from '../page-address.ts';
import type { UnitPageModel } from '../view-models.ts';
import { AnswersSoFar } from './unit/answers-so-far.tsx';
import { BoroughSplit } from './unit/borough-split.tsx';
import { ChooseFigures } from './unit/choose-figures.tsx';
import { UnitHexMap } from './unit/unit-hex-map.tsx';
import { WardMap } from './unit/ward-map.tsx';
import { WardTable } from './unit/ward-table.tsx';

/** The command unit's home: the four questions as far as they can be answered, and every ward at a glance. */
export function UnitPage(model: UnitPageModel) {
  const { unit, wards, boundariesAddress } = model;
  const figures = figuresShown(model);
  return (
    <Page
      title={unit.name}
      active="/"
      unit={unit}
      synthetic={figures.synthetic || model.plan?.plan.synthetic === true || model.here.report?.synthetic === true}
      {...(model.figuresTo === null ? {} : { figuresTo: monthName(model.figuresTo) })}
      {...(boundariesAddress === null ? {} : { islands: ['ward-map'] })}
    >
      <h1 class="w-title">
        <span class="w-over">Command unit · as at {longDate(model.asAt)}</span>
        {unit.name}: {andList(unit.boroughs)}
      </h1>
      <p class="w-lead">
        {countWords(wards.length, 'ward')}. Four questions are asked of every one of them, on any date; they are
        answered from the records themselves, or said to be unanswered.
      </p>
      <AnswersSoFar {...model} />
      {model.plan === null ? (
        <Panel title="No plan is in force on this day">
          <p class="w-body">
            So no number of officers can be shown.{' '}
            <a class="govuk-link" href={allocationAddress(model)}>
              Work out a plan
            </a>{' '}
            from the figures held, and adopt it to put it in force.
          </p>
        </Panel>
      ) : null}
      <section class="w-section" aria-labelledby="glance">
        <h2 class="w-h2" id="glance">
          Every ward at a glance
        </h2>
        <ChooseFigures {...model} />
        <MapAndTable model={model} figures={figures} />
      </section>
      {boundariesAddress === null ? null : (
        <WardMap model={model} figures={figures} boundariesAddress={boundariesAddress} />
      )}
    </Page>
  );
}

/** The hex map beside the table; where the ward set has no layout, the table alone. */
function MapAndTable({ model, figures }: { model: UnitPageModel; figures: FiguresShown }) {
  if (model.wards.every(({ place }) => place === null))
    return (
      <>
        <p class="w-body">There is no hex map of the {model.boundaries.title}. The table has every figure.</p>
        <WardTable model={model} figures={figures} />
        <BoroughSplit {...model} />
      </>
    );
  return (
    <div class="w-cols w-cols--map">
      <div class="w-sticky">
        <UnitHexMap model={model} figures={figures} />
        <BoroughSplit {...model} />
      </div>
      <WardTable model={model} figures={figures} />
    </div>
  );
}
