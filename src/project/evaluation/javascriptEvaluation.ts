import { JavaScriptInterpreter } from '../../syntax/evaluation/javascript/interpreter';
import { languageOf } from '../../syntax/languages';
import { javascriptLibraries } from '../frameworks/javascript';
import type { ProgramLanguage } from './evaluation';
import { findModuleFiles } from './javascriptModules';

export const javascript: ProgramLanguage = {
  ecosystem: 'node',
  loader: 'dotenv',
  grammarOf: (file) => languageOf(file) ?? 'javascript',
  candidates: (name, from, { root }, read) => findModuleFiles(name, from, root, read),
  follow(host, source, { name }) {
    const module = new JavaScriptInterpreter(host, javascriptLibraries).module(source, name);
    return { module, modules: [module] };
  },
};
