import type { Typed } from '../typed-fields.ts';

/** What a form began from travels with it, to be compared with what is stored when it is sent. */
export function SeenFields({ seen }: { seen: Typed }) {
  return (
    <>
      {Object.entries(seen).map(([name, value]) => (
        <input key={name} type="hidden" name={`seen-${name}`} value={value} />
      ))}
    </>
  );
}
