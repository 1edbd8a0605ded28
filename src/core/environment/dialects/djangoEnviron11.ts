import type { Dialect } from '../dialect';
import { readDjangoEnviron } from '../reading/djangoEnviron';

/** Also how later versions read with `parse_comments=True`. */
export const djangoEnviron11 = {
  id: 'django-environ-11',
  title: 'django-environ up to 0.11',
  parse: (text: string) => readDjangoEnviron(text, { cutsComments: true }),
} as const satisfies Dialect;
