import type { ComponentChildren } from 'preact';
import { type Month, monthName } from '../../lib/calendar/month.ts';
import { type FormProblem, ProblemSummary } from '../../ui/form-page.tsx';
import { Page } from '../../ui/layout.tsx';
import type { Charter } from '../model.ts';
import { PILOTS, resultAddress } from './addresses.ts';
import type { PageUnit } from './model.ts';

export interface PilotFrameProps {
  unit: PageUnit;
  charter: Pick<Charter, 'name'>;
  /** What the pilot is called on the way up, such as its title; its name, unless told otherwise. */
  called?: string;
  /** What the browser's tab says. */
  title: string;
  /** What the page is called beside the result, such as "Charter"; left out on the result's own address. */
  beside?: string;
  figuresTo?: Month;
  synthetic: boolean;
  problems?: readonly FormProblem[];
  /** Id of the first field, to which problems of no field lead. */
  first?: string;
  children: ComponentChildren;
}

/** The frame of every page of one pilot: the way up by way of all pilots and its result, then what is wrong. */
export function PilotFrame(props: PilotFrameProps) {
  const { unit, charter, called = charter.name, title, beside, figuresTo, synthetic, problems = [], first } = props;
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active={PILOTS}
      unit={unit}
      {...(figuresTo === undefined ? {} : { figuresTo: monthName(figuresTo) })}
      synthetic={synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Pilots', href: PILOTS },
        ...(beside === undefined
          ? [{ text: called }]
          : [{ text: called, href: resultAddress(charter.name) }, { text: beside }]),
      ]}
    >
      <ProblemSummary problems={problems} first={first} />
      {props.children}
    </Page>
  );
}
