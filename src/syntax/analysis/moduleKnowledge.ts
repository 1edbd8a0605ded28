import type { CodeModule } from './codeModule';
import type { Knowledge } from './libraryBook';
import { Linker, type ModuleSource } from './linker';

/** What a file and those that it imports say of its names, asked once each. */
export function knowledgeOf(module: CodeModule, source: ModuleSource): Knowledge {
  return {
    basesOf: remembered((symbol) => new Linker(source).externalBases(symbol)),
    knows: remembered(({ modules }) => isNamed(modules, module, source)),
  };
}

/** What is asked of every call is answered once. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key)!;
  };
}

/** Whether a file, or one that it imports, names one of the modules, or anything within one. */
export function isNamed(
  modules: readonly string[],
  module: CodeModule,
  source: ModuleSource,
): boolean {
  const imported = [...module.imports].flatMap((name) => source.find(name, module.file) ?? []);
  return [module, ...imported].some(({ imports }) =>
    [...imports].some((name) => modules.some((own) => isWithin(name, own))),
  );
}

function isWithin(name: string, module: string): boolean {
  return name === module || name.startsWith(`${module}.`) || name.startsWith(`${module}/`);
}
