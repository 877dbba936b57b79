import { Page } from '../../../ui/layout.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { FurtherPages } from '../further-pages.tsx';
import type { HomePageModel } from './model.ts';

/** The home of performance: what changed in an area, and how sure one can be of it. */
export function HomePage({ unit, shown }: HomePageModel) {
  const name = shown.kind === 'area' ? shown.area.name : 'Performance';
  return (
    <Page
      title={`Performance, ${name}`}
      active="/performance"
      unit={unit}
      synthetic={false}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Performance' }]}
    >
      <h1 class="w-title">
        <span class="w-over">{name}</span>What changed, and how sure can we be?
      </h1>
      {shown.kind === 'refused' ? (
        <Panel title="That could not be shown" warn>
          <p class="w-body">{shown.because}</p>
        </Panel>
      ) : null}
      <FurtherPages />
    </Page>
  );
}
