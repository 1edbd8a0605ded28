import { allValues, isGiven, lastValue } from '../../core/targets/tools/toolOptions';
import { folderOf, optionShape, readLeadingOptions } from '../leadingOptions';
import type { Wrapper } from '../wrapper';
import { assignedProgram, programOf } from './behind';

/** Programs that start the rest of their line as it is: the name, then the options that take a value. */
const plain: Readonly<Record<string, string>> = {
  command: '',
  builtin: '',
  exec: 'a',
  nohup: '',
  setsid: '',
  time: 'o,output f,format',
  gtime: 'o,output f,format',
  nice: 'n,adjustment',
  ionice: 'c,class n,classdata p,pid',
  stdbuf: 'i,input o,output e,error',
  chronic: '',
  unbuffer: '',
  caffeinate: 't w',
  winpty: '',
  strace: 'e o p s',
  proxychains4: 'f',
};

/** What sudo lets through unless its configuration says otherwise; none of it names a database. */
const keptBySudo = ['PATH', 'TERM', 'LANG', 'DISPLAY'];

const sudoShape = optionShape(
  'u,user g,group h,host p,prompt C,close-from D,chdir R,chroot T r,role t,type U',
  'E i,login s,shell',
);

export const prefixes: readonly Wrapper[] = [
  ...Object.entries(plain).map(([name, valued]): Wrapper => {
    const shape = optionShape(valued);
    return {
      names: [name],
      unwrap: (words) => programOf(readLeadingOptions(words.slice(1), shape).rest),
    };
  }),
  {
    names: ['sudo'],
    unwrap(words) {
      const { given, rest } = readLeadingOptions(words.slice(1), sudoShape);
      const kept = allValues(given, 'preserve-env').flatMap((names) => names.split(','));
      const keepsAll = isGiven(given, 'E') || (isGiven(given, 'preserve-env') && kept.length === 0);
      return assignedProgram(rest, {
        ...(keepsAll ? {} : { keeps: [...keptBySudo, ...kept] }),
        ...folderOf(given, 'chdir'),
      });
    },
  },
  {
    names: ['doas'],
    unwrap: (words) =>
      programOf(readLeadingOptions(words.slice(1), optionShape('u C')).rest, { keeps: keptBySudo }),
  },
  {
    names: ['timeout', 'gtimeout'],
    unwrap(words) {
      const shape = optionShape('s,signal k,kill-after');
      return programOf(readLeadingOptions(words.slice(1), shape).rest.slice(1));
    },
  },
  {
    names: ['flock'],
    unwrap(words) {
      const shape = optionShape('w,timeout E,conflict-exit-code');
      const [, ...inner] = readLeadingOptions(words.slice(1), shape).rest;
      const { given, rest } = readLeadingOptions(inner, optionShape('c,command'));
      const text = lastValue(given, 'command');
      return text === undefined ? programOf(rest) : { kind: 'line', text };
    },
  },
];
