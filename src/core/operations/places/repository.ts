import { redactUserInfo } from '../../targets/redactUserInfo';
import type { Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { namesFrom } from './namedPlace';

const sources = {
  'the repository':
    '--repo $RESTIC_REPOSITORY $BORG_REPO $WALG_S3_PREFIX $WALG_GS_PREFIX $WALG_AZ_PREFIX',
};

/** A store of backups by its address: a path of this machine, or elsewhere. */
export function placeOfRepository(command: Command): ResourcePlace {
  const word = command.words.find((text) => isElsewhere(text));
  const [named] = namesFrom(sources, command);
  const name = named?.name ?? word;
  if (name === undefined || !isElsewhere(name))
    return { provider: 'the store of backups', kind: 'machine', names: [] };
  return {
    provider: 'the store of backups',
    kind: 'cloud',
    names: [{ what: 'the repository', name: redactUserInfo(name) }],
  };
}

/** `s3:…`, `sftp:user@host:…`, `ssh://host/…`, `host:path::archive`; a lone letter is a disk of Windows. */
function isElsewhere(text: string): boolean {
  return /^[\w.@-]{2,}:/.test(text) && !text.startsWith('file:') && !text.startsWith('local:');
}
