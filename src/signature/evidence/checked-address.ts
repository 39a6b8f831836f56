/** なぜ取得しなかったか — codes with words in `words/fetch-words.ts`. */
export type NotFetched =
  | 'bad-address'
  | 'ldap'
  | 'scheme'
  | 'user-info'
  | 'port'
  | 'not-public'
  | 'host-not-found'
  | 'unreachable'
  | 'time-out'
  | 'too-large'
  | 'redirected'
  | 'status'
  | 'unreadable'
  | 'fetch-limit'

/** The longest that browsers take; a distribution point has a hundred. */
const longestAddress = 2_048

const ports: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** `host`, or `host:port` for another port than 80 and 443, as an operator writes it for a closed network. */
export type Exempt = ReadonlySet<string>

export interface CheckedAddress {
  readonly url: URL
  /** Whether an operator named it: then it need not be public. */
  readonly exempt: boolean
}

/**
 * What an address in a certificate must be before anybody is asked: http or https at its own port, and nobody's name and password in it. Whoever
 * wrote it may be an attacker who wants to reach what only we can reach.
 */
export function checkedAddress(text: string, exempt: Exempt): CheckedAddress | NotFetched {
  const url = text.length > longestAddress ? null : URL.parse(text)
  if (url === null) return 'bad-address'
  if (url.protocol === 'ldap:' || url.protocol === 'ldaps:') return 'ldap'
  const usual = ports[url.protocol]
  if (usual === undefined) return 'scheme'
  if (url.username !== '' || url.password !== '') return 'user-info'
  const [host, port] = [url.hostname.toLowerCase(), url.port || usual]
  if (exempt.has(`${host}:${port}`)) return { url, exempt: true }
  if (port !== usual) return 'port'
  return { url, exempt: exempt.has(host) }
}
