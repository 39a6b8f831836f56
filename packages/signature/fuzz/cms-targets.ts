import { readFileSync } from 'node:fs'
import { integer, sequence } from '../asn1/write.ts'
import { openCades } from '../cades/verify.ts'
import { readStampAnswer } from '../timestamp/exchange.ts'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import { digest } from '../x509/signature-value.ts'
import type { FuzzTarget } from './fuzz.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`../testdata/cades/${name}`, import.meta.url))
const content = Buffer.from('処方箋の見本\n')
const value = digest('SHA-256', content)

/** The door of CMS files, with the archive stamps, lists and certificates that hang on each signer. */
export const cmsTarget: FuzzTarget = {
  name: 'cms',
  samples: () => ['b-lta.p7', 'pss.p7', 'streamed.p7'].map(file),
  read: (octets) => {
    openCades({ bytes: octets, content: null })
  },
}

export const stampTarget: FuzzTarget = {
  name: 'stamp',
  samples: () => [file('token.tst')],
  read: (octets) => {
    openTimeStamp(octets, { kind: 'signature', digest: (name) => digest(name, content), covers: [] })
  },
}

/** What comes from an authority over the network. */
export const stampAnswerTarget: FuzzTarget = {
  name: 'stamp-answer',
  samples: () => [sequence(sequence(integer(0)), file('token.tst'))],
  read: (octets) => {
    readStampAnswer(octets, { digest: 'SHA-256', value, nonce: 42n })
  },
}
