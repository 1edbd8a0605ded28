/** A window's variables are few, so that the developer's own cannot change what a test sees. */
export function windowVariables(home: string): NodeJS.ProcessEnv {
  const { PATH, LANG = 'C.UTF-8', USER, TMPDIR, DISPLAY, XDG_RUNTIME_DIR } = process.env;
  return { PATH, LANG, USER, TMPDIR, DISPLAY, XDG_RUNTIME_DIR, HOME: home, SHELL: '/bin/bash' };
}
