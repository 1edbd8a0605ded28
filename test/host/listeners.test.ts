import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { textOf, waitForPage } from './waitForPage';

const item = '[id="safety-catch.safety-catch.connection"]';
const env = (): string => join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, '.env');

describe('what listens on this machine', () => {
  const server = createServer();

  before(() => vscode.extensions.getExtension('safety-catch.safety-catch')!.activate());
  after(() => {
    server.close();
    rmSync(env(), { force: true });
  });

  it('makes localhost unknown as soon as a program that is no database answers there', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    writeFileSync(env(), `DATABASE_URL=postgresql://localhost:${port}/app\n`);
    await waitForPage(textOf(item), `development app@localhost:${port}`);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    await waitForPage(textOf(item), `UNKNOWN app@localhost:${port}`);
    server.close();
    await once(server, 'close');
    await waitForPage(textOf(item), `development app@localhost:${port}`);
  });
});
