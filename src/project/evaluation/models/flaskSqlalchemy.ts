import { engineMaker } from '../../frameworks/python/flaskExtensions';
import { inheritedBy, ownAttribute } from './inherited';
import type { ModelLibrary } from './modelLibrary';

/** Flask-SQLAlchemy 3.1 `model.py`: `__bind_key__`, which bases hand down, names one of SQLALCHEMY_BINDS. */
export const flaskSqlalchemyModels: ModelLibrary = {
  name: 'Flask-SQLAlchemy',
  base: /^flask_sqlalchemy\.SQLAlchemy\(\)\.Model$/,
  bind(model, { made }) {
    const key = inheritedBy(model, (type) => ownAttribute(type, '__bind_key__'));
    const isKnown = key === undefined || key.kind === 'scalar';
    const alias = key?.kind === 'scalar' && key.value !== null ? String(key.value) : undefined;
    const engines = made.filter(({ maker }) => maker === engineMaker);
    const calls = engines
      .filter((engine) => !isKnown || engine.alias === alias)
      .map(({ origin }) => origin);
    return { calls, ...(alias === undefined ? {} : { alias }) };
  },
};
