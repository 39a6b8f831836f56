import { BlockList, isIP } from 'node:net'

/** アドレスの種類 — whom an IP address may belong to. Only `public` is somewhere else than the network we stand in. */
export type AddressClass =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'shared'
  | 'multicast'
  | 'metadata'
  | 'special'

// IANA's special-purpose registries (RFC 6890 and what was added since). 168.63.129.16 looks public and is the platform of Azure itself.
const v4: readonly (readonly [string, number, AddressClass])[] = [
  ['0.0.0.0', 8, 'special'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'metadata'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'special'],
  ['192.0.2.0', 24, 'special'],
  ['192.88.99.0', 24, 'special'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'special'],
  ['198.51.100.0', 24, 'special'],
  ['203.0.113.0', 24, 'special'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'special'],
]

// Of IPv6 only 2000::/3 is given out; inside it stand addresses that carry an IPv4 address, or that nobody has.
const v6: readonly (readonly [string, number, AddressClass])[] = [
  ['::1', 128, 'loopback'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['ff00::', 8, 'multicast'],
  ['2001::', 23, 'special'],
  ['2001:db8::', 32, 'special'],
  ['2002::', 16, 'special'],
  ['3fff::', 20, 'special'],
]

const lists = { 4: [...v4].map(listOf), 6: [...v6].map(listOf) }
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

function listOf([network, bits, is]: readonly [string, number, AddressClass]) {
  const list = new BlockList()
  list.addSubnet(network, bits, network.includes(':') ? 'ipv6' : 'ipv4')
  return { list, is }
}

/** An address in an interface's own zone (`%`), or nothing that is an address, is never public. */
export function addressClass(address: string): AddressClass {
  const version = address.includes('%') ? 0 : isIP(address)
  if (version === 4) return lists[4].find(({ list }) => list.check(address))?.is ?? 'public'
  if (version !== 6) return 'special'
  const found = lists[6].find(({ list }) => list.check(address, 'ipv6'))?.is
  return found ?? (givenOut.check(address, 'ipv6') ? 'public' : 'special')
}
