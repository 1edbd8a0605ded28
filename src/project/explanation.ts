import { basename } from 'node:path';
import type { Origin } from '../core/environment/setting';
import { printable } from '../core/printable';
import { stageWord } from '../core/stages/stageWord';
import type { Reason } from '../core/stages/stage';
import type { Target } from '../core/targets/target';
import { fullTargetName } from '../core/targets/targetWords';
import { decidingTarget, type AssessedTarget, type Missing, type Resolution } from './resolution';

/** A place in a file, which a surface turns into a link. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
}

export type Sentence = readonly (string | Place)[];

export interface Section {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

/** The chain of evidence in the order in which a person would tell it. All text is printable, no value is in it. */
export function explainResolution(resolution: Resolution): Section[] {
  const deciding = decidingTarget(resolution);
  const used = resolution.targets.filter((assessed) => !assessed.target.standby);
  const standby = resolution.targets.filter((assessed) => assessed.target.standby);
  const sections: Section[] = [
    ...(deciding
      ? explainTarget(deciding, 'a run here would reach')
      : [{ title: 'A run here would reach no database that is known.', sentences: [] }]),
    ...used
      .filter((assessed) => assessed !== deciding)
      .flatMap((assessed) => explainTarget(assessed, 'the same run would also reach')),
    { title: 'In reach, but not used by default', sentences: standby.map(standbySentence) },
    { title: 'Should have been set', sentences: resolution.missing.map(missingSentence) },
    {
      title: 'Could not be read in full',
      sentences: resolution.problems.map(({ file, line, message }) => [
        placeAt(file, line),
        ` ${ended(message)}`,
      ]),
    },
    {
      title: 'Lines that were not taken',
      sentences: (resolution.remarks ?? []).map(({ file, line, message }) => [
        placeAt(file, line),
        `: ${ended(message)}`,
      ]),
    },
    {
      title: 'How the settings are read',
      sentences: resolution.readBy.map((title) => [ended(title)]),
    },
  ];
  return sections.filter(({ sentences }, index) => index === 0 || sentences.length > 0);
}

/** @param lead what would reach it: the middle of a sentence that ends with the target */
export function explainTarget({ target, stage, reasons }: AssessedTarget, lead: string): Section[] {
  const others = (target.also ?? []).filter(({ name }) => name !== target.origin.name);
  return [
    {
      title: `${stageWord(stage)}: ${lead} ${fullTargetName(target)}.`,
      sentences: [
        ['Decided by ', ...originWords(target.origin), '.'],
        ...chosenSentences(target),
        ...callSentences(target),
        ...others.map((origin) => ['A part comes from ', ...originWords(origin), '.']),
        ...target.overrides.map((origin) => ['It wins over ', ...originWords(origin), '.']),
      ],
    },
    {
      title: `Why ${stage}`,
      sentences: reasons.map((reason) => reasonSentence(reason, target.origin)),
    },
  ];
}

/** Where code connects, and by what name it knows the database where that is not its only one. */
function callSentences({ call, origin, alias = 'default' }: Target): Sentence[] {
  const named = alias === 'default' ? '' : ` as ${printable(alias)}`;
  if (!call || (isSamePlace(call, origin) && named === '')) return [];
  return [['Connects in ', ...originWords(call), `${named}.`]];
}

/** Where code picked this database, and what the variables were that it picked by. Each place is told once. */
function chosenSentences({ trail = [] }: Target): Sentence[] {
  const told = new Set<string>();
  return trail.flatMap((step): Sentence[] => {
    const { origin } = step;
    const key = JSON.stringify([origin.file, origin.line]);
    if (step.kind !== 'chosen' || origin.file === undefined || told.has(key)) return [];
    told.add(key);
    const causes = step.by.map((name) => {
      const read = trail.find((candidate) => candidate.kind === 'read' && candidate.name === name);
      const isSet = read?.kind === 'read' && read.isSet;
      return isSet ? `of the value of ${printable(name)}` : `${printable(name)} is not set`;
    });
    const place = placeAt(origin.file, origin.line);
    const choice = step.choice === undefined ? '' : ` ${printable(step.choice)}`;
    return [[`Chosen${choice} in `, place, `, because ${causes.join(' and ')}.`]];
  });
}

function isSamePlace(a: Origin, b: Origin): boolean {
  return a.file === b.file && a.line === b.line;
}

/** Names the place only where it is another than the one that decides, which has been told. */
function reasonSentence({ text, origin }: Reason, told: Origin): Sentence {
  if (!origin?.file || (origin.file === told.file && origin.line === told.line))
    return [ended(text)];
  return [ended(text).slice(0, -1), ' (', placeAt(origin.file, origin.line), ').'];
}

/** `PRODUCTION: the PostgreSQL database scores on …, by DATABASE_URL in .env.production:3.` */
export function standbySentence({ target, stage }: AssessedTarget): Sentence {
  return [
    `${stageWord(stage)}: ${fullTargetName(target)}, by `,
    ...originWords(target.origin),
    '.',
  ];
}

export function missingSentence({ name, expected, because, origin }: Missing): Sentence {
  const choices = expected.map(printable).join(' or ');
  const place = origin.file === undefined ? [] : [placeAt(origin.file, origin.line), ' '];
  return [`${printable(name)}${choices && ` (${choices})`}: `, ...place, ended(because)];
}

/** `DATABASE_URL in .env:3`, `PGHOST of the shell`. */
export function originWords({ kind, name, file, line }: Origin): Sentence {
  const place = file === undefined ? [] : [placeAt(file, line)];
  if (file !== undefined && name === basename(file)) return place;
  const at = place.length > 0 ? [' in ', ...place] : [];
  if (name === '') return place;
  const shown = printable(name);
  switch (kind) {
    case 'file':
    case 'code':
      return [shown, ...at];
    case 'shell':
      return [`${shown} of the shell`, ...at];
    case 'window':
      return [`${shown}, which this window was started with`, ...at];
    case 'settings':
      return [`the setting ${shown}`, ...at];
    case 'command':
      return [`${shown} of the command`, ...at];
    case 'task':
      return [`the task ${shown}`, ...at];
    case 'launch':
      return [`the launch configuration ${shown}`, ...at];
    case 'default':
      return [`the default of ${shown}`, ...at];
  }
}

function placeAt(file: string, line: number | undefined): Place {
  return line === undefined ? { file } : { file, line };
}

function ended(text: string): string {
  const line = printable(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
