/** Of a platform, who acts: only a person says whether the demonstration made them up. */
interface Acting {
  principal: { kind: string; demonstration?: boolean };
}

/** Made-up people of the demonstration work with made-up rows, and real people with real ones. */
export function worksWithMadeUp({ principal }: Acting): boolean {
  return principal.kind === 'person' && principal.demonstration === true;
}
