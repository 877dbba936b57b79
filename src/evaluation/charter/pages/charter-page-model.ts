import type { ApprovalFormProps } from '../../../ui/approval-form.tsx';
import type { FormProblem } from '../../../ui/form-page.tsx';
import type { PowerForPage } from '../../power/model.ts';
import type { PublishedCharter } from '../model.ts';

/** What who keeps a charter, or signs it, may do with it. */
export interface CharterStaff {
  /** The wording that stands: what would be signed. */
  standing: { hash: string; amendment: number | null };
  /** Organisations that who asks may sign for now. */
  toSignFor: readonly string[];
  /** Name of who asks. */
  ownName: string;
  mayChange: boolean;
  /** Whether a change is an amendment. */
  amends: boolean;
  mayPropose: boolean;
  mayWithdraw: boolean;
  /** Whether readers see a version of it. */
  isPublic: boolean;
  /** What waits for a second person; null where nothing does. */
  preview: { sentences: readonly string[]; contentHash: string; next: ApprovalFormProps['next'] } | null;
}

export interface CharterPageModel {
  /** What the pilot could see. */
  power: PowerForPage;
  unit: { name: string; boroughs: string[] };
  /** newerSince: day since which another wording is in force that was not published; null where none is. */
  shown: PublishedCharter & { from: 'shipped' | 'records' | 'published'; newerSince: string | null };
  areaNames: Readonly<Record<string, string>>;
  /** null for readers. */
  staff: CharterStaff | null;
  problems: readonly FormProblem[];
  typed: Readonly<Record<string, string>>;
}
