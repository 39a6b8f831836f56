import { isIP } from 'node:net'

// RFC 5321 as mail is written in practice: no quoted parts, no comments, ASCII. Nothing of it can begin a new line.
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/** Whether mail can be sent there, and nothing else than mail to one address. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(0, at))
  const domain = text.slice(at + 1)
  return text.length <= 254 && local.length <= 64 && localPart.test(local) && domain.includes('.') && isName(domain)
}

/** Whether a machine can be called so: a name, or a number of IP. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || isName(text)
}

function isName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((part) => label.test(part))
}
