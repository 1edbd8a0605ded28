/** Every connection keyword that some libpq from 9.6 to 18 knows; any other makes it refuse the string. */
export const keywords: ReadonlySet<string> = new Set(
  `application_name authtype channel_binding client_encoding connect_timeout dbname fallback_application_name
  gssdelegation gssencmode gsslib host hostaddr keepalives keepalives_count keepalives_idle keepalives_interval
  krbsrvname load_balance_hosts max_protocol_version min_protocol_version oauth_ca_file oauth_client_id
  oauth_client_secret oauth_issuer oauth_scope options passfile password port replication require_auth requirepeer
  requiressl scram_client_key scram_server_key service servicefile ssl_max_protocol_version ssl_min_protocol_version
  sslcert sslcertmode sslcompression sslcrl sslcrldir sslkey sslkeylogfile sslmode sslnegotiation sslpassword
  sslrootcert sslsni target_session_attrs tcp_user_timeout tty user`.split(/\s+/),
);

/** libpq keywords with their values. An empty value is set, and keeps the environment's out. */
export type Parameters = ReadonlyMap<string, string>;

export type ParsedParameters =
  | { readonly kind: 'parameters'; readonly parameters: Parameters }
  | { readonly kind: 'invalid'; readonly reason: string };

export function refuse(reason: string): { readonly kind: 'invalid'; readonly reason: string } {
  return { kind: 'invalid', reason };
}
