/** A task may stand behind others, and behind assignments: `rake RAILS_ENV=test db:drop db:create`, `mix do a.b, ecto.drop`. */
export function tasks(...names: readonly string[]): readonly string[] {
  const before = '*:*|*.*|*=*|do';
  return names.flatMap((name) => [name, `${before} ${name}`, `${before} ${before} ${name}`]);
}
