import type { EffectiveSetting, Environment } from '../environment/environment';
import { promisesConnection } from './connectionNames';
import { ConnectionUrl } from './connectionUrl';
import type { ClientContext, Grammar, Parsed } from './grammar';
import { isTemplate } from './placeholders';

export interface ConnectionSetting {
  readonly found: EffectiveSetting;
  readonly parsed: Parsed;
}

/** Schemes of what is no database, even under a name like `FIREBASE_DATABASE_URL`. */
const otherSchemes =
  /^(?:https?|wss?|amqps?|kafka|nats|mqtts?|smtps?|ftps?|sftp|ssh|s3|gs|grpcs?|tcp|udp|tls|unix|file|data|memory|mem|ldaps?|git|console|null|stmp|sqs|pulsar|stomp):/i;

/** Paths of files are database files only where the name of the variable says so. */
const fileScheme = /^file:/i;

/** Every setting whose value some client of a database would take, by the value. */
export function findConnectionSettings(
  environment: Environment,
  context: ClientContext,
  grammars: readonly Grammar[],
): ConnectionSetting[] {
  return environment.names().flatMap((name) => {
    const found = environment.find(name);
    const value = found?.setting.value.trim();
    if (!found || !value) return [];
    const parsed = readValue(name, value, context, grammars);
    return parsed ? [{ found, parsed }] : [];
  });
}

function readValue(
  name: string,
  value: string,
  context: ClientContext,
  grammars: readonly Grammar[],
): Parsed | undefined {
  const promised = promisesConnection(name);
  const accepting = grammars.filter((grammar) => grammar.accepts(value));
  if (accepting.length > 0 && (promised || !fileScheme.test(value)))
    return readBy(accepting, value, context);
  if (!promised || otherSchemes.test(value)) return undefined;
  const reason = isTemplate(value)
    ? 'The value is a template that is not filled in.'
    : 'The value is no connection string that a known client reads.';
  return { kind: 'invalid', system: 'unknown', reason };
}

/**
 * The reading of the first client that does not refuse the value: a program that refuses it stops by itself, another
 * would connect. Where all refuse, the reason of the first counts.
 */
function readBy(accepting: readonly Grammar[], value: string, context: ClientContext): Parsed {
  const url = new ConnectionUrl(value);
  let refusal: Parsed | undefined;
  for (const grammar of accepting) {
    const parsed = grammar.parse(url, context);
    if (parsed.kind === 'connection') return parsed;
    refusal ??= parsed;
  }
  if (refusal?.kind === 'invalid' && (isTemplate(value) || /[@/]host(?:name)?:port\b/i.test(value)))
    return { ...refusal, reason: 'The value is a template that is not filled in.' };
  return refusal ?? { kind: 'invalid', system: 'unknown', reason: 'No known client reads it.' };
}
