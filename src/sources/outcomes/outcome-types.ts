/** Category of every outcome. */
export const EVERY_OUTCOME = 'recorded';

/** Category of one type of outcome, by the slug of its name. */
export function outcomeCategory(slug: string): string {
  return `type/${slug}`;
}

/**
 * Types that have figures wherever there are outcome files, zero where none was recorded: those a measure of its own
 * stands on. Any other type has figures where the import holds at least one.
 */
export const ALWAYS_COUNTED: readonly string[] = [
  EVERY_OUTCOME,
  ...[
    'investigation-complete-no-suspect-identified',
    'suspect-charged',
    'unable-to-prosecute-suspect',
    'local-resolution',
    'offender-given-a-caution',
    'formal-action-is-not-in-the-public-interest',
    'action-to-be-taken-by-another-organisation',
  ].map(outcomeCategory),
];
