import type { Dialect } from '../dialect';
import { readDjangoEnviron } from '../reading/djangoEnviron';

export const djangoEnviron = {
  id: 'django-environ',
  title: 'django-environ 0.12 and later',
  parse: (text: string) => readDjangoEnviron(text, { cutsComments: false }),
} as const satisfies Dialect;
