import {
  basicConstraintsOf,
  type Certificate,
  healthcareActorsOf,
  hpkiProfile,
  Malformed,
  readCertificate,
} from '@omamori/signature'
import { Refusal } from '#shared'
import { certificateView, plain } from '../certificate-view.ts'
import { malformed } from '../ground.ts'
import { readMaterial } from '../read-material.ts'
import type { CardCertificateView, LicenceAgreement } from '../wire.ts'

/** The holder's certificate out of a file, PEM or DER; where a chain stands in it, the one that is no authority's. */
export function cardCertificate(bytes: Uint8Array): Certificate {
  return readable(() => {
    const all = readMaterial(bytes, 'certificate').flatMap((one) =>
      one.kind === 'certificate' ? [one.certificate] : [],
    )
    const holders = all.filter((one) => basicConstraintsOf(one)?.isCa !== true)
    const [holder, another] = holders
    if (holder === undefined || another !== undefined) throw malformed('card-certificate-not-one', 'certificate')
    cardCertificateView(holder)
    return holder
  })
}

/** What the certificate says of its holder. A role that the table does not know is told as it is written. */
export function cardCertificateView(certificate: Certificate): CardCertificateView {
  const { codingScheme, roles } = hpkiProfile
  const actors = (healthcareActorsOf(certificate) ?? []).filter(({ scheme }) => codingScheme.oids.includes(scheme))
  return {
    ...certificateView(certificate),
    roles: actors.map(({ text }) => ({
      text: plain(text ?? ''),
      japanese: roles.find((row) => row.text === text)?.japanese,
    })),
  }
}

/** 資格の突き合わせ — whether the certificate says the licence that the register says. */
export function agreementOf(certificate: Uint8Array | null, licence: string | null): LicenceAgreement {
  if (certificate === null || licence === null) return 'not-compared'
  const { roles } = cardCertificateView(readCertificate(certificate))
  if (roles.length === 0) return 'no-role'
  return roles.some(({ text }) => text === licence) ? 'agrees' : 'differs'
}

function readable(read: () => Certificate): Certificate {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new Refusal('malformed', { reason: 'card-certificate-unreadable', because: error.reason }, { cause: error })
  }
}
