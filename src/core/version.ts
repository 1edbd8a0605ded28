/** The first number of a version or range, such as 16 of `^16.4.5`; `undefined` where any may be meant. */
export function majorOf(version: string | undefined): number | undefined {
  const digits = version && /\d+/.exec(version)?.[0];
  return digits ? Number(digits) : undefined;
}

/** Whether a version or range starts below `major.minor`. What is not known is taken for the newest. */
export function isBelow(version: string | undefined, major: number, minor = 0): boolean {
  const [, first, second] = /(\d+)(?:\.(\d+))?/.exec(version ?? '') ?? [];
  if (first === undefined) return false;
  const difference = Number(first) - major;
  return difference < 0 || (difference === 0 && Number(second ?? minor) < minor);
}
