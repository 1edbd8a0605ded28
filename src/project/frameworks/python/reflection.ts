import { findAttribute } from '../../../syntax/evaluation/attributes';
import { externalBase } from '../../../syntax/evaluation/python/externalBase';
import {
  scalar,
  textOf,
  unknown,
  variablesOf,
  withSteps,
  type Value,
} from '../../../syntax/evaluation/value';
import { argument, type LibraryCall, type LibraryRules } from '../libraryCall';

/** Modules and attributes by a name that is a value, as configuration often picks them. */
export const reflection: LibraryRules = {
  'builtins.getattr': readAttribute,
  'builtins.hasattr': hasAttribute,
  'importlib.import_module': importByName,
  'builtins.__import__': importByName,
  'werkzeug.utils.import_string': importByName,
  'django.utils.module_loading.import_string': importByName,
};

function readAttribute(call: LibraryCall): Value {
  const [object, name, fallback] = call.args.positional;
  const text = name && textOf(name);
  if (!object || !name || text === undefined)
    return unknown('the name of the attribute is not known');
  if (object.kind === 'object')
    for (const [own, value] of object.object.attributes)
      if (value.kind === 'object') call.host.onCompared(variablesOf(name), own);
  const found = findAttribute(object, text) ?? fallback;
  return found
    ? call.chosen(withSteps(found, object.trail), name, text)
    : unknown(`'${text}' is not found`, name.trail);
}

/** Of what a library's class may have as well, nothing is known. */
function hasAttribute(call: LibraryCall): Value {
  const [object, name] = call.args.positional;
  const text = name && textOf(name);
  if (object?.kind !== 'object' || text === undefined)
    return unknown('it is not known what it has');
  if (findAttribute(object, text)) return scalar(true, object.trail);
  return externalBase(object)
    ? unknown('it is not known what it has')
    : scalar(false, object.trail);
}

function importByName(call: LibraryCall): Value | undefined {
  const given = argument(call, 0, 'name', 'import_name', 'dotted_path');
  const name = given && textOf(given);
  if (name === undefined) return unknown('the name of the module is not known', given?.trail);
  const found = call.importName(name);
  return found && call.chosen(found, given ?? found, name);
}
