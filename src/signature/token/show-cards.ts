import { isForSigning, nameInWords } from '@omamori/signature'
import { keyRefusal } from '../with-signing-key.ts'
import { listTokens, type PinState } from './list-tokens.ts'

/** What a person is shown of a card before they sign with it. */
export interface CardView {
  readonly label: string
  readonly serialNumber: string
  readonly pin: PinState
  readonly certificates: readonly {
    readonly fingerprint: string
    readonly subject: string
    readonly notAfter: string
    readonly forSigning: boolean
  }[]
}

/** カードの一覧 — what stands in the readers behind a module; no PIN is asked for. */
export async function showCards(module: string): Promise<readonly CardView[]> {
  const tokens = await listTokens(module).catch((error) => Promise.reject(keyRefusal(error)))
  return tokens.map(({ label, serialNumber, pin, certificates }) => ({
    label,
    serialNumber,
    pin,
    certificates: certificates.map((certificate) => ({
      fingerprint: certificate.fingerprint,
      subject: nameInWords(certificate.subject),
      notAfter: new Date(certificate.notAfter).toISOString(),
      forSigning: isForSigning(certificate),
    })),
  }))
}
