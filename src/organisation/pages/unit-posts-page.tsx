import { Answer } from '../../ui/answer.tsx';
import { countWords } from '../../ui/count-words.ts';
import { BookPage, ChooseDay } from './book-page.tsx';
import { Balance } from './unit/balance.tsx';
import { EveryWard } from './unit/every-ward.tsx';
import { Floors } from './unit/floors.tsx';
import { LeadsTable } from './unit/leads-table.tsx';
import type { OfUnit } from './unit/of-unit.ts';
import { RanksByBorough } from './unit/ranks-by-borough.tsx';
import { Ratios } from './unit/ratios.tsx';
import { sayFloors } from './unit/say-floors.ts';
import { SharedAndFunded } from './unit/shared-and-funded.tsx';
import { VacancyTable } from './vacancy-table.tsx';

/** The unit's posts and people on a day, for who reads all of them. */
export function UnitPostsPage({ frame, unit }: OfUnit) {
  const { unit: all } = unit.strength;
  return (
    <BookPage frame={frame} path="/organisation" title={`Posts and people of ${frame.unit}`} over="Command unit">
      {all.people === null ? (
        <Answer figure={`${countWords(all.posts, 'post')} in the book.`}>
          Nobody’s posting is recorded, so it is not known who is in them.
        </Answer>
      ) : (
        <Answer
          figure={`${countWords(all.posts, 'post')}, ${countWords(all.people.heads, 'person', 'people')}, ${countWords(unit.vacancies.length, 'vacancy', 'vacancies')}.`}
          synthetic={frame.synthetic}
        >
          {sayFloors(unit)}
        </Answer>
      )}
      <ChooseDay frame={frame} path="/organisation" />
      <div class="w-cols w-cols--half">
        <RanksByBorough frame={frame} unit={unit} />
        <div>
          <LeadsTable frame={frame} unit={unit} />
          <Ratios unit={unit} />
        </div>
      </div>
      <Floors frame={frame} unit={unit} />
      <Balance frame={frame} unit={unit} />
      <SharedAndFunded frame={frame} unit={unit} />
      <section class="w-section" aria-labelledby="vacancies">
        <h2 class="w-h2" id="vacancies">
          What is vacant
        </h2>
        {unit.vacancies.length === 0 ? (
          <p class="w-body">{all.people === null ? 'Not known.' : 'Nothing.'}</p>
        ) : (
          <VacancyTable vacancies={unit.vacancies} synthetic={frame.synthetic} />
        )}
      </section>
      <EveryWard frame={frame} unit={unit} />
    </BookPage>
  );
}
