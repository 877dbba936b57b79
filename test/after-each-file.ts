const KEY = Symbol.for('wardroom.after-each-file');

/** Kept outside modules: the file that calls them is loaded anew for each file of tests, and what registers them is not. */
const held = globalThis as { [KEY]?: (() => Promise<void>)[] };

/** Has something tidied up after every file of tests in this worker: a hook of a shared module is run after its first only. */
export function afterEachFile(tidy: () => Promise<void>): void {
  held[KEY] = [...(held[KEY] ?? []), tidy];
}

/** What is to be tidied up now. */
export const tidyings = (): readonly (() => Promise<void>)[] => held[KEY] ?? [];
