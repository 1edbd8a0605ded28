export interface FrameworkPackage {
  readonly ecosystem: 'node' | 'python' | 'ruby' | 'php';
  readonly name: string;
  /** The first version that knows the variables. */
  readonly since?: string;
  /** The first version that does not know them any more. */
  readonly below?: string;
}

/** A framework, or a habit of many teams, that picks a section of its configuration by variables. */
export interface Framework {
  readonly id: string;
  /** The package that gives the variables their meaning, in these of its versions; left out where no manifest tells. */
  readonly package?: FrameworkPackage;
  /** In the order in which it asks for them; an empty one counts as none. */
  readonly variables: readonly string[];
  /** What it takes where none of them is set, where that is known to be one word. */
  readonly unset?: string;
  /** Values that mean development, the usual one first. */
  readonly development: readonly string[];
}

/** What is known of variables that choose a configuration. What a project's own code does with one counts for more. */
export const frameworks = {
  node: { id: 'node', variables: ['NODE_ENV'], unset: 'development', development: ['development'] },
  rails: {
    id: 'rails',
    variables: ['RAILS_ENV', 'RACK_ENV'],
    unset: 'development',
    development: ['development'],
  },
  laravel: {
    id: 'laravel',
    package: { ecosystem: 'php', name: 'laravel/framework' },
    variables: ['APP_ENV'],
    development: ['local', 'development'],
  },
  symfony: {
    id: 'symfony',
    package: { ecosystem: 'php', name: 'symfony/framework-bundle', since: '4' },
    variables: ['APP_ENV'],
    unset: 'dev',
    development: ['dev'],
  },
  sinatra: {
    id: 'sinatra',
    package: { ecosystem: 'ruby', name: 'sinatra', since: '2' },
    variables: ['APP_ENV', 'RACK_ENV'],
    development: ['development'],
  },
  /** https://flask.palletsprojects.com/en/stable/changes/: 1.0 brought the variable, 2.3 took it away. */
  flask: {
    id: 'flask',
    package: { ecosystem: 'python', name: 'flask', since: '1.0', below: '2.3' },
    variables: ['FLASK_ENV'],
    unset: 'production',
    development: ['development'],
  },
  djangoHabit: {
    id: 'django-habit',
    variables: ['DJANGO_ENV'],
    development: ['development', 'dev', 'local'],
  },
  django: { id: 'django', variables: ['DJANGO_SETTINGS_MODULE'], development: [] },
  djangoConfigurations: {
    id: 'django-configurations',
    variables: ['DJANGO_CONFIGURATION'],
    development: ['Dev', 'Development', 'Local'],
  },
  spring: {
    id: 'spring',
    variables: ['SPRING_PROFILES_ACTIVE'],
    development: ['dev', 'development', 'local'],
  },
  dotnet: {
    id: 'dotnet',
    variables: ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'],
    development: ['Development'],
  },
  mix: { id: 'mix', variables: ['MIX_ENV'], development: ['dev'] },
  go: { id: 'go', variables: ['GO_ENV'], development: ['development'] },
  python: { id: 'python', variables: ['PYTHON_ENV'], development: ['development', 'dev', 'local'] },
  hanami: { id: 'hanami', variables: ['HANAMI_ENV', 'RACK_ENV'], development: ['development'] },
  vercel: { id: 'vercel', variables: ['VERCEL_ENV'], development: ['development'] },
  habit: {
    id: 'habit',
    variables: ['DEPLOY_ENV', 'ENVIRONMENT', 'ENV', 'STAGE'],
    development: ['development', 'dev', 'local'],
  },
} as const satisfies Readonly<Record<string, Framework>>;
