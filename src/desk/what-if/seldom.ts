/**
 * Makes a function that acts at once, and then no more often than so many milliseconds; of what is asked meanwhile, the last
 * is always done.
 */
export function seldom<Asked>(act: (asked: Asked) => void, milliseconds: number): (asked: Asked) => void {
  let waiting: { asked: Asked } | null = null;
  let resting = false;
  const actAndRest = (asked: Asked): void => {
    act(asked);
    resting = true;
    setTimeout(() => {
      resting = false;
      const next = waiting;
      waiting = null;
      if (next !== null) actAndRest(next.asked);
    }, milliseconds);
  };
  return (asked) => {
    if (resting) waiting = { asked };
    else actAndRest(asked);
  };
}
