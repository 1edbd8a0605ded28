interface Seen {
  readonly values: NodeJS.ProcessEnv;
  readonly text: string;
  /** Another one as soon as any of the values is. */
  readonly version: number;
}

let seen: Seen = { values: {}, text: '', version: 0 };
let isCurrent = false;

/** The variables of this process. Other extensions may change them, so they are looked at once in each turn of the event loop. */
export function windowVariables(): Seen {
  if (isCurrent) return seen;
  const values = { ...process.env };
  const text = JSON.stringify(values);
  if (text !== seen.text) seen = { values, text, version: seen.version + 1 };
  isCurrent = true;
  setImmediate(() => {
    isCurrent = false;
  });
  return seen;
}
