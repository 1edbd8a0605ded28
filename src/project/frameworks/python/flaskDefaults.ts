import { frameworks } from '../../../core/stages/frameworks';
import { holds } from '../../../core/stages/frameworkVariables';
import { scalar, textOf, type Value } from '../../../syntax/evaluation/value';
import { readVariable, type LibraryCall } from '../libraryCall';

/** Flask 2.2 and 3.1 `helpers.py`: an application starts with these settings, of which newer ones have no ENV. */
export function flaskDefaults(call: LibraryCall): [string, Value][] {
  const packages = { find: () => ({ version: call.host.versionOf('flask') }) };
  const section = holds(frameworks.flask, packages) ? environmentOf(call) : undefined;
  return [
    ...(section ? [['ENV', section] as [string, Value]] : []),
    ['DEBUG', debug(call, section)],
  ];
}

function environmentOf(call: LibraryCall): Value {
  const [name] = frameworks.flask.variables;
  const unset = scalar(frameworks.flask.unset);
  const value = readVariable(call, name, unset);
  return textOf(value) === '' ? { ...unset, trail: value.trail } : value;
}

function debug(call: LibraryCall, section: Value | undefined): Value {
  const given = readVariable(call, 'FLASK_DEBUG', scalar(''));
  const text = textOf(given);
  if (text) return scalar(!/^(0|false|no)$/i.test(text), given.trail);
  const isDevelopment = section !== undefined && textOf(section) === 'development';
  return scalar(isDevelopment, section?.trail ?? given.trail);
}
