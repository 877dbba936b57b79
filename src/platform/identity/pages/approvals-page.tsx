import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { sayActor } from '../../audit/say-entry.ts';
import type { Holder, RoleGrant } from '../model.ts';
import type { RoleWords } from './roles-table.tsx';
import { sayDates, sayGrant } from './says.ts';

/** A role that waits, and what its reader can do about it. */
export interface WaitingRole {
  grant: RoleGrant;
  /** Name of who would hold it. */
  holder: string;
  /** What is known of them; null where the reader may not know. */
  of: Holder | null;
  /** approve; or alone, with nobody else there; or why not. */
  can: { kind: 'approve' | 'alone' } | { kind: 'not'; because: string };
}

export interface ApprovalsPageModel extends RoleWords {
  waiting: readonly WaitingRole[];
  mayDecline: boolean;
  approvers: readonly string[];
  done: string | null;
  problems: readonly FormProblem[];
}

/** Roles that wait for a second person. */
export function ApprovalsPage(model: ApprovalsPageModel) {
  const { waiting, approvers, done, problems } = model;
  return (
    <FormPage
      title="Roles that wait for a second person"
      above={[{ text: 'People', href: '/people' }]}
      problems={problems}
    >
      {done === null ? null : <NotificationBanner heading={done} success />}
      <p class="w-lead">
        Nobody approves a role that they proposed, or that would be theirs. Before you approve, ask its holder in person
        whether it was they who signed in. {sayApprovers(approvers, waiting)}
      </p>
      {waiting.length === 0 ? (
        <p class="w-body">Nothing waits.</p>
      ) : (
        <ul class="w-entries">
          {waiting.map((each) => (
            <Waiting key={each.grant.id} each={each} model={model} />
          ))}
        </ul>
      )}
    </FormPage>
  );
}

function sayApprovers(approvers: readonly string[], waiting: readonly WaitingRole[]): string {
  if (approvers.length > 0) return `Today these people can approve: ${approvers.join(', ')}.`;
  if (waiting.some(({ can }) => can.kind === 'alone'))
    return 'Nobody else can approve roles yet, so you may let in a second person alone, which stays on record.';
  return 'Nobody can approve roles today.';
}

function Waiting({ each, model }: { each: WaitingRole; model: ApprovalsPageModel }) {
  const { grant, holder, can } = each;
  const what = `${sayGrant(grant, model.placeName)}, for ${holder}`;
  return (
    <li>
      <h2 class="w-h3">
        {sayGrant(grant, model.placeName)}:{' '}
        <a class="govuk-link" href={`/people/${grant.person}`}>
          {holder}
        </a>
      </h2>
      <p>
        Proposed by {sayActor(grant.proposedBy, model.names)}, {moment(grant.proposedAt)}, to be held {sayDates(grant)}.
      </p>
      {each.of === null ? null : <p>{sayHolder(each.of, model)}</p>}
      {can.kind === 'not' ? <p class="w-small">{can.because}</p> : null}
      <div class="govuk-button-group">
        {can.kind === 'not' ? null : (
          <Form action={`/people/roles/${grant.id}/approve`} class="w-inline">
            <button type="submit" class="govuk-button" data-prevent-double-click="true" data-module="govuk-button">
              {can.kind === 'alone' ? 'Approve alone' : 'Approve'}
              <span class="govuk-visually-hidden">: {what}</span>
            </button>
          </Form>
        )}
        {model.mayDecline ? (
          <a class="govuk-link" href={`/people/roles/${grant.id}/end`}>
            Decline<span class="govuk-visually-hidden">: {what}</span>
          </a>
        ) : null}
      </div>
    </li>
  );
}

/** "Signs in as bo@example.gov.uk, first on 10 March 2026 at 12:00, by a link that Ada First made." */
function sayHolder({ email, firstSignedInAt, linkMadeBy }: Holder, { names }: RoleWords): string {
  if (firstSignedInAt === null) return `Has the address ${email}, and has never signed in.`;
  const how = linkMadeBy === null ? 'following no link' : `by a link that ${sayActor(linkMadeBy, names)} made`;
  return `Signs in as ${email}, first on ${moment(firstSignedInAt)}, ${how}.`;
}
