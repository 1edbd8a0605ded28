import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { expectRefusal, refuseDanger } from './danger';
import { probes } from './gateProbes';
import { configFiles, inShell, needsShell, shells } from './inShell';

for (const shell of shells)
  describe(`the gate of ${shell}`, () => {
    before(function () {
      needsShell(this, shell);
    });

    for (const { what, keys, settings, home, isLogin, before: lines = [] } of probes)
      for (const isPlain of keys[shell] === undefined ? [] : [false, true])
        it(`stops ${what}${settings ? ` (${settings.split('\n')[0]})` : ''} ${isPlain ? 'without' : 'beside'} VS Code's shell integration`, () =>
          inShell(
            {
              shell,
              isPlain,
              home: { [configFiles[shell]]: `${settings ?? ''}\n`, ...home },
              ...(isLogin ? { isLogin } : {}),
            },
            async (terminal, listener) => {
              const asks = refuseDanger(listener);
              for (const line of lines) await terminal.run(line);
              await terminal.run('true');
              terminal.press(keys[shell]!);
              await expectRefusal(terminal, listener);
              assert.ok(asks.every((ask) => ask.kind === 'line' && ask.shell === shell));
              assert.ok(asks.every((ask) => ask.processId === terminal.processId));
            },
          ));
  });
