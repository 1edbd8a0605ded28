/** What gives a line away that destroys data: extended regular expressions in lower case, in which a blank is any space. */
export const destructiveWords: readonly string[] = [
  'drop (table|database|schema|collection|keyspace|user|owned|view|index)',
  'delete from',
  'truncate',
  'dropdb',
  'dropdatabase',
  'drop_(all|table|tables|database|collection)',
  'mysqladmin .*drop',
  'drop[(][)]',
  'dropindexes',
  'delete(many|one)',
  'remove[(][{)]',
  'flush(all|db)',
  '--drop',
  'pg_restore .*(-c|--clean)',
  'db:(drop|reset|purge|wipe|rollback)',
  'db:(migrate|schema|structure):(reset|load)',
  '(migrate|schema|migration|migrations):(fresh|refresh|reset|rollback|drop|revert)',
  'migrate (reset|flush|down|drop)',
  'db push .*--force-reset',
  'db reset',
  'manage.py (flush|reset_db)',
  'pg:reset',
  '(terraform|tofu|pulumi) destroy',
  '(terminate|stop|delete)-(instances|db-instance|db-cluster|volume|snapshot|table|bucket|cluster)',
  's3 (rb|rm)',
  '(instances|databases|disks) delete',
  'kubectl delete',
  'helm (uninstall|delete)',
  'volume (rm|prune)',
  'down( .*)? (-v|--volumes)',
  'system prune',
];

/**
 * By this a shell knows destruction where no editor answers; it is no decision. bash, zsh and fish read it alike, and no
 * repetition stands in another, so that long lines take no longer than they are long.
 */
export const destructivePattern = `(^|[^[:alnum:]_-])(${destructiveWords.join('|').replaceAll(' ', '[[:space:]]+')})($|[^[:alnum:]_])`;
