import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A monorepo: 250 services with four env files each, and one at the root. */
export function writeEnvFiles(folder: string, count: number): void {
  const stages = ['', '.development', '.staging', '.production'];
  for (let at = 0; at < count; at++) {
    const service = `services/service-${Math.floor(at / stages.length)}`;
    const host = `db-${at}${(stages[at % stages.length] ?? '').replace('.', '-')}.example.com`;
    const url = `postgresql://app:hunter2@${host}/service`;
    const noise = Array.from({ length: 20 }, (_, n) => `FEATURE_${n}=value-${n}`).join('\n');
    write(
      folder,
      `${service}/.env${stages[at % stages.length]}`,
      `${noise}\nDATABASE_URL=${url}\n`,
    );
  }
  write(folder, '.env', 'DATABASE_URL=postgresql://app:hunter2@db-prod.example.com/root\n');
  write(folder, 'package.json', '{"dependencies":{"dotenv":"^16.0.0","pg":"^8.0.0"}}\n');
}

const settings = `import os
from pathlib import Path
from dotenv import load_dotenv

BASE_DIR = Path(__file__).resolve().parent.parent
load_dotenv(BASE_DIR / ".env")
INSTALLED_APPS = ["django.contrib.auth", APPS]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("DB_NAME", "scores"),
        "HOST": os.environ.get("DB_HOST", "db-prod.example.com"),
        "USER": "app",
        "PASSWORD": os.environ.get("DB_PASSWORD", ""),
    }
}
`;
const manage = `import os
import sys

def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_project.settings")
    from django.core.management import execute_from_command_line
    execute_from_command_line(sys.argv)

if __name__ == "__main__":
    main()
`;

function source(app: number, module: number): string {
  const model = (n: number): string => `
class Model${module}_${n}(models.Model):
    name = models.CharField(max_length=200)
    owner = models.ForeignKey("app_${app}.Model0_0", on_delete=models.CASCADE)

    def rename(self, name):
        if name != self.name:
            self.name = name
            self.save()
        return self
`;
  return `from django.db import models\n${[0, 1, 2, 3, 4].map(model).join('')}`;
}

/** A Django project of 100 apps. The file that an edit touches is \`site_project/settings.py\`. */
export function writeDjangoProject(folder: string, files: number): void {
  const apps = 100;
  const names = Array.from({ length: apps }, (_, app) => `"app_${app}"`).join(', ');
  write(folder, 'manage.py', manage);
  write(folder, 'site_project/__init__.py', '');
  write(folder, 'site_project/settings.py', settings.replace('APPS', names));
  write(folder, 'requirements.txt', 'Django==5.0\npsycopg==3.1\npython-dotenv==1.0\n');
  write(folder, '.env', 'DB_NAME=scores\n');
  for (let at = 0; at < files; at++)
    write(folder, `app_${at % apps}/module_${Math.floor(at / apps)}.py`, source(at % apps, at));
}

/** Programs that cost as much to follow as any may: long files whose loops never come to an end. */
export function writeEndlessCode(folder: string, files: number): void {
  const items = Array.from({ length: 64 }, (_, at) => at).join(', ');
  const loops = ['a', 'b', 'c'].map((name, depth) => `${'  '.repeat(depth)}for ${name} in items:`);
  const endless = `items = [${items}]\n${loops.join('\n')}\n      x = f"{a}-{b}-{c}"\n`;
  const filler = Array.from(
    { length: 3500 },
    (_, at) => `def helper_${at}(value):\n  return value\n`,
  );
  const text = `${endless}${filler.join('')}`.slice(0, 145_000);
  for (let at = 0; at < files; at++) write(folder, `program_${at}.py`, text);
  write(folder, '.env', 'DATABASE_URL=postgresql://localhost/scores\n');
}
