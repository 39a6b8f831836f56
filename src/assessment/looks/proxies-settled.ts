import { type Look, met, unknown } from './look.ts'

/** 7.1 C 4(3) — entries on behalf of somebody are approved soon. How soon the guideline leaves to the facility: while one waits, nobody knows. */
export const lookAtProxies: Look = ({ proxies, proxiesWaiting, oldestProxyOn }) => {
  if (proxiesWaiting > 0 && oldestProxyOn !== undefined)
    return [unknown('kept-proxies-waiting', { count: proxiesWaiting, day: oldestProxyOn })]
  return proxies === 0 ? [] : [met('kept-proxies-settled', { count: proxies })]
}
