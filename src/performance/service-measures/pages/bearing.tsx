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

/** The judgement that the words begin with, up to the first colon, comma after "clear", or stop; and the rest. */
function leadOf(words: string): [lead: string, rest: string] {
  const end =
    /^(?:Higher|Lower|More|Fewer), clear of chance|^[^:.]*[:.](?=\s|$)/.exec(words)?.[0].length ?? words.length;
  return [words.slice(0, end), words.slice(end)];
}
