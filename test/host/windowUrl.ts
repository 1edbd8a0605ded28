export interface WindowAddress {
  /** The folder that the window opens. */
  readonly folder: string;
  /** The extension to load from its sources' folder. Without one, there are those that are installed. */
  readonly extension?: string;
  /** A module whose `run()` is called inside the extension host. */
  readonly tests?: string;
  readonly token?: string;
}

/** Where VS Code's server shows a folder, with an extension loaded from a folder. */
export function windowUrl(port: number, address: WindowAddress): string {
  const { folder, extension, tests, token } = address;
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  if (token) query.set('tkn', token);
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
