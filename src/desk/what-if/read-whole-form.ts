import {
  type AllocationForm,
  readAllocationForm,
  type StartingNumbers,
  weightFieldName,
} from '../read-allocation-form.ts';

/** Where every field is there, what it would start from is never asked for. */
const NOTHING: StartingNumbers = {
  ...{ dwo: 0, pcso: 0, floors: { dwo: 0, pcso: 0 }, ceilings: { dwo: null, pcso: null } },
  ...{ weights: { name: '', version: '', weights: {} }, asAt: '' },
};

/**
 * Reads a form that has every field, before any figures have arrived: its weights, what they sum to, which field is wrong.
 * @param fields the form's fields by name
 */
export function readWholeForm(
  fields: Record<string, string>,
): Pick<AllocationForm, 'fields' | 'problems' | 'weightsSum'> {
  const prefix = weightFieldName('');
  const components = Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  return readAllocationForm(fields, NOTHING, components);
}
