import { z } from 'zod';
import {
  approvePlan,
  changeOfPublishedPlan,
  findProposal,
  previewPlan,
  publishPlan,
  takeBackPlan,
  withdrawPlan,
} from '../../allocation/service.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Moved, nextMove, type Preview, type PublicationItem } from '../../platform/publication/index.ts';
import type { ListedError } from '../../ui/error-summary.tsx';
import type { ApprovePageModel, SeenChange } from '../pages/approve-page.tsx';
import { sayWhenSeen } from '../say-when-seen.ts';
import { mayPlan, namesIn, recordOf, viewPlans } from './plans-service.ts';

const allocation = { module: 'allocation' } as const;
const REASON_MISSING: ListedError = {
  href: '#reason',
  text: 'Say why it is withdrawn: the reason is kept with it.',
};

/** What a plan would change for a reader, and what the reader may do; null when there is none of the number. */
export const loadApprovePage = guarded(
  { name: 'desk.approve-page', act: 'read', ...allocation },
  async (
    platform: Platform,
    id: string,
    shown: { since?: SeenChange[]; problems?: ListedError[] } = {},
  ): Promise<ApprovePageModel | null> => {
    const preview = await previewPlan(platform, { id });
    if (preview === null) return null;
    const { item, after } = preview;
    const view = await viewPlans(platform);
    const mayApprove = mayPlan(platform, 'approve', item.key);
    const content = (await findProposal(platform, { id }))?.content ?? null;
    const record = recordOf(item, view, await namesIn(platform, [item]));
    return {
      unit: view.unit,
      record,
      whenSeen: sayWhenSeen(record, view.today),
      plan: content?.plan ?? null,
      decided: content?.decision !== undefined,
      ...(await changeShown(platform, preview)),
      disclosure: after.kind === 'protected' ? after.record.because : after.because,
      contentHash: preview.approvalHash,
      ifWithdrawn: preview.ifWithdrawn,
      next: nextStep(preview, mayApprove),
      mayWithdraw:
        item.state !== 'withdrawn' && (mayApprove || (item.approved === null && mayPlan(platform, 'write', item.key))),
      since: shown.since ?? null,
      problems: shown.problems ?? [],
    };
  },
);

/** What the page says of readers: of what was published what it changed, of all else what it would change. */
async function changeShown(
  platform: Platform,
  { item, described }: Preview<unknown>,
): Promise<Pick<ApprovePageModel, 'change' | 'described'>> {
  if (item.published === null && item.withdrawn !== null) {
    const sentences = ['It was withdrawn before it was published, so no reader ever saw it.'];
    return { change: 'nothing', described: { sentences, table: null } };
  }
  const published = item.published === null ? null : await changeOfPublishedPlan(platform, item.id);
  return published === null
    ? { change: 'proposed', described }
    : { change: published.kind, described: published.described };
}

function nextStep(preview: Preview<unknown>, roleAllows: boolean): ApprovePageModel['next'] {
  return nextMove(
    preview,
    roleAllows ? null : 'It waits for somebody whose role approves plans, such as the commander.',
  );
}

/** What became of a form of the approval page. */
export type Decided =
  | { kind: 'done'; now: 'in force' | 'published' | 'approved' | 'withdrawn'; from: string }
  | { kind: 'refused'; because: string }
  | { kind: 'shown again'; model: ApprovePageModel; status: 400 | 409 }
  | { kind: 'unknown' };

const approval = z.object({ 'content-hash': z.string(), publish: z.string().optional() });

/** Approves the plan that was shown, and publishes it where that was asked for. */
export const approveAsked = guarded(
  { name: 'desk.approve-plan', act: 'approve', ...allocation },
  async (platform: Platform, id: string, body: unknown): Promise<Decided> => {
    const parsed = approval.safeParse(body);
    if (!parsed.success) return { kind: 'refused', because: 'The form came without what it approves: open it again.' };
    const { 'content-hash': contentHash, publish } = parsed.data;
    const approved = await approvePlan(platform, { id, contentHash });
    const moved = approved.kind === 'done' && publish === 'yes' ? await publishPlan(platform, { id }) : approved;
    return decided(platform, id, moved);
  },
);

/** Publishes a plan that was approved. */
export const publishAsked = guarded(
  { name: 'desk.publish-plan', act: 'approve', ...allocation },
  async (platform: Platform, id: string): Promise<Decided> =>
    decided(platform, id, await publishPlan(platform, { id })),
);

/** Withdraws a plan with its reason: what is not approved yet by who may propose, all else by who may approve. */
export const withdrawAsked = guarded(
  { name: 'desk.withdraw-plan', act: 'write', ...allocation },
  async (platform: Platform, id: string, body: unknown): Promise<Decided> => {
    const reason = z.object({ reason: z.string() }).catch({ reason: '' }).parse(body).reason.trim();
    if (reason === '') {
      const model = await loadApprovePage(platform, id, { problems: [REASON_MISSING] });
      return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status: 400 };
    }
    const { unit } = await viewPlans(platform);
    const withdraw = mayPlan(platform, 'approve', unit.name) ? withdrawPlan : takeBackPlan;
    return decided(platform, id, await withdraw(platform, { id, reason }));
  },
);

async function decided(platform: Platform, id: string, moved: Moved): Promise<Decided> {
  if (moved.kind === 'done')
    return { kind: 'done', now: await standsNow(platform, moved.item), from: moved.item.inForceFrom };
  if (moved.kind !== 'changed') return moved;
  const since = moved.changes.map(({ path, before, after }) => ({
    where: path.join(', '),
    before: valueText(before),
    after: valueText(after),
  }));
  const model = await loadApprovePage(platform, id, { since });
  return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status: 409 };
}

async function standsNow(platform: Platform, { id, state }: PublicationItem): Promise<Standing> {
  if (state !== 'published') return state === 'approved' ? 'approved' : 'withdrawn';
  return (await viewPlans(platform)).inForce === id ? 'in force' : 'published';
}

type Standing = Extract<Decided, { kind: 'done' }>['now'];

const valueText = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
