const userInfo = /([a-z][a-z0-9+.-]*:\/\/)([^\s/?#'"]*)@/gi;
const passwordPair =
  /\b(password|passwd|pwd|pass|secret|token|api_?key|sslpassword|authToken)(\s*[=:]\s*)('[^']*'|"[^"]*"|[^\s&;,'"]+)/gi;

/** Text with every password in it replaced by `***`. For anything a person or a file may see that was not made from fields. */
export function redact(text: string): string {
  return text
    .replace(userInfo, (_, scheme: string, info: string) => {
      const colon = info.indexOf(':');
      return colon < 0 ? `${scheme}${info}@` : `${scheme}${info.slice(0, colon)}:***@`;
    })
    .replace(passwordPair, (_, name: string, equals: string) => `${name}${equals}***`);
}
