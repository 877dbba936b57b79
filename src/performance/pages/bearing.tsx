/** What a change can bear: its judgement in bold, then its range. */
export function Bearing({ words }: { words: string }) {
  const [lead, rest] = leadOf(words);
  return (
    <span>
      <b>{lead}</b>
      {rest}
    </span>
  );
}

/** The judgement that a sentence begins with, and what comes after it. */
export function leadOf(words: string): [lead: string, rest: string] {
  const clear = /^(?:Fewer|More|Lower|Higher), clear of chance(?: on the counts alone)?/.exec(words)?.[0];
  const end = clear?.length ?? (/[:.](?=\s|$)/.exec(words)?.index ?? words.length - 1) + 1;
  return [words.slice(0, end), words.slice(end)];
}
