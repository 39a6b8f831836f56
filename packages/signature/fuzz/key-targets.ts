import { readFileSync } from 'node:fs'
import { insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { octetsOf } from '../asn1/value.ts'
import { openSafe, readPkcs12 } from '../keys/pkcs12.ts'
import { SigningKeyError } from '../keys/signing-key-error.ts'
import { Malformed } from '../malformed.ts'
import type { FuzzTarget } from './fuzz.ts'

// One iteration: what is asked is how the file is read, not how long its password is stirred.
const file = readFileSync(new URL('../testdata/test-pki/pkcs12/doctor-quick.p12', import.meta.url))
const wish = { at: Date.parse('2026-11-23'), fingerprint: null }

export const pkcs12Target: FuzzTarget = {
  name: 'pkcs12',
  samples: () => [file],
  read: (octets) => refusing(() => readPkcs12(octets, 'mihon', wish)),
}

/** What stands behind the MAC, which mutants of the whole file never reach. */
export const pkcs12SafeTarget: FuzzTarget = {
  name: 'pkcs12-safe',
  samples: () => {
    const [, content] = membersOf(readAsn1(file, 'BER'))
    const [, holder] = content ? membersOf(content) : []
    return holder ? [octetsOf(insideOf(holder))] : []
  },
  read: (octets) => refusing(() => openSafe(octets, { password: 'mihon', left: 10_000 })),
}

/** A refusal of the key is one of the file. */
function refusing(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    throw error instanceof SigningKeyError ? new Malformed(error.code) : error
  }
}
