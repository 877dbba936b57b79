import { listAreas } from '../../geography/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Problem } from '../../lib/refused.ts';
import { guarded, personOf, published } from '../../platform/access/index.ts';
import { namesOf } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { nextMove } from '../../platform/publication/index.ts';
import { mayIn, unitShown } from '../pages/page-setting-service.ts';
import { powerForPage } from '../pages/power-for-page-service.ts';
import { charterHistory } from './charter-service.ts';
import { type CharterInView, charterInView } from './charters-in-view-service.ts';
import { courseOfCharter } from './looks-service.ts';
import type { CharterFormModel } from './pages/charter-form-page.tsx';
import type { CharterPageModel, CharterStaff } from './pages/charter-page-model.ts';
import type { DecisionsPageModel } from './pages/decisions-page.tsx';
import { previewCharter } from './publish-charter-service.ts';
import { toSignFor } from './sign-charter-service.ts';

/** Names of the areas that a charter speaks of, by code; a code that is not held stands for itself. */
async function areaNames({ records }: Platform, { charter }: CharterInView): Promise<Record<string, string>> {
  const areas = await listAreas(records, { version: charter.boundaryVersion });
  return Object.fromEntries(areas.map(({ code, name }) => [code, name]));
}

/** What was typed and does not hold, to be shown again. */
export interface ShownAgain {
  problems: readonly Problem[];
  typed: Readonly<Record<string, string>>;
}
const NOTHING_TYPED: ShownAgain = { problems: [], typed: {} };

/** The page of a charter as who asks may see it; null where there is none of this name. */
export const loadCharterPage = published(
  'evaluation.charter-page',
  async (platform: Platform, name: string, again: ShownAgain = NOTHING_TYPED): Promise<CharterPageModel | null> => {
    const shown = await charterInView(platform, name);
    if (shown === null) return null;
    const staff = shown.from === 'records' ? await staffPart(platform, shown) : null;
    const power = await powerForPage(platform, shown);
    return {
      unit: await unitShown(platform),
      shown,
      areaNames: await areaNames(platform, shown),
      staff,
      power,
      ...again,
    };
  },
);

async function ownNameOf(platform: Platform): Promise<string> {
  const person = personOf(platform.principal);
  return person === null ? '' : ((await namesOf(platform, [person])).get(person) ?? '');
}

async function staffPart(platform: Platform, { charter, unit }: CharterInView): Promise<CharterStaff | null> {
  const kept = await charterHistory(platform, charter.name);
  const last = kept?.wordings.at(-1);
  if (kept === null || last === undefined) return null;
  const unsigned = kept.signatures.length === 0 && kept.kind === 'prospective';
  const preview = await previewCharter(platform, { name: charter.name });
  const isPublic = preview?.item.state === 'published';
  return {
    standing: { hash: last.hash, amendment: last.amendment },
    toSignFor: toSignFor(platform, kept),
    ownName: await ownNameOf(platform),
    mayChange: unsigned ? mayIn(platform, 'write', unit) : mayIn(platform, 'approve', unit),
    amends: !unsigned,
    mayPropose: mayIn(platform, 'write', unit),
    mayWithdraw: mayIn(platform, 'approve', unit),
    isPublic,
    preview: preview === null || isPublic ? null : asPreview(preview, mayIn(platform, 'approve', unit)),
  };
}

type Previewed = NonNullable<Awaited<ReturnType<typeof previewCharter>>>;

function asPreview(preview: Previewed, roleAllows: boolean) {
  const otherwise = roleAllows ? null : 'It waits for somebody whose role approves evaluations, such as the commander.';
  return {
    sentences: preview.described.sentences,
    contentHash: preview.approvalHash,
    next: nextMove(preview, otherwise),
  };
}

/** The page of what was decided by a charter; null where there is none of this name. */
export const loadDecisionsPage = published(
  'evaluation.decisions-page',
  async (platform: Platform, name: string, again: ShownAgain = NOTHING_TYPED): Promise<DecisionsPageModel | null> => {
    const shown = await charterInView(platform, name);
    if (shown === null) return null;
    const mayDecide =
      shown.from === 'records' &&
      (shown.standing === 'signed' || shown.standing === 'retrospective') &&
      mayIn(platform, 'approve', shown.unit);
    const course = mayDecide ? await courseOfCharter(platform, name) : null;
    const taken = [...new Set((course?.looks ?? []).map(({ found }) => found.month))].toSorted().toReversed();
    const ownName = mayDecide ? await ownNameOf(platform) : '';
    const today = todayInLondon(platform.now());
    return { unit: await unitShown(platform), shown, mayDecide, taken, ownName, today, ...again };
  },
);

/** The form of a new charter, or of a change of one that is kept; null where there is none of this name. */
export const loadCharterForm = guarded(
  { module: 'evaluation', name: 'evaluation.charter-form', act: 'write' },
  async (
    platform: Platform,
    name: string | null,
    again: ShownAgain = NOTHING_TYPED,
  ): Promise<CharterFormModel | null> => {
    if (name === null) return { name: null, amends: false, seen: '', synthetic: false, ...again };
    const kept = await charterHistory(platform, name);
    const last = kept?.wordings.at(-1);
    if (kept === null || last === undefined) return null;
    const typed: Record<string, string> = { charter: JSON.stringify(last.charter, null, 2), ...again.typed };
    const amends = kept.kind === 'retrospective' || kept.signatures.length > 0;
    return { name, amends, seen: typed.seen ?? last.hash, synthetic: kept.synthetic, problems: again.problems, typed };
  },
);
