import { countWords } from '../../../ui/count-words.ts';
import { Details } from '../../../ui/details.tsx';
import { measureAddress } from '../../page-address.ts';
import type { WardPageModel } from '../../view-models.ts';

/** The measures that are not drawn at once, each a link that draws it. */
export function MoreMeasures(model: WardPageModel) {
  const { others, chosen, ward } = model;
  if (others.length === 0) return null;
  return (
    <Details summary={countWords(others.length, 'more measure')} open={chosen !== null}>
      <p class="w-body">Choose one to draw it here, with its table.</p>
      <ul class="w-body-list w-body-list--columns">
        {others.map(({ name, title }) => (
          <li key={name}>
            <a
              class="govuk-link"
              href={measureAddress(ward.code, name, model)}
              {...(name === chosen?.measure.name ? { 'aria-current': 'true' as const } : {})}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
