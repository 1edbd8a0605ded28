import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WorkspaceUrls {
  readonly variables: readonly [string, string];
  readonly urls: readonly [string, string];
}

function setVariable(file: string, name: string, value: string): void {
  const text = readFileSync(file, 'utf8');
  const line = new RegExp(`^((?:export )?${name})=.*$`, 'm');
  writeFileSync(
    file,
    text.replace(line, (_, start: string) => `${start}=${value}`),
  );
}

/** `127.0.0.1` says nothing about a stage. A team would label its real production the same way. */
function labelProduction(folder: string, production: string): void {
  const { host, pathname } = new URL(production);
  const labels = { [`${host}${pathname}`]: 'production' };
  const settings = JSON.stringify({ 'safetyCatch.labels': labels }, undefined, 2);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), `${settings}\n`);
}

/** Copies an incident's workspace, its variables pointed at the servers that run now. */
export function writeWorkspace(incident: string, folder: string, urls: WorkspaceUrls): void {
  cpSync(join('test/incidents', incident, 'workspace'), folder, { recursive: true });
  const [production, development] = urls.urls;
  setVariable(join(folder, '.env'), urls.variables[0], production);
  setVariable(join(folder, 'dev.env'), urls.variables[1], development);
  labelProduction(folder, production);
}
