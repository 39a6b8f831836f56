import { hash } from 'node:crypto'
import {
  basicConstraintsOf,
  type Certificate,
  extendedKeyUsageOf,
  isSelfSigned,
  keyStrength,
  keyUsageOf,
  type Moment,
  nameInWords,
  policiesOf,
  readRevocationList,
} from '@omamori/signature'
import { type Day, dayOf } from '#shared'
import type { CertificateView, ListView } from './wire.ts'

/** 証明書の中身 — what a person has to see of a certificate before believing it. Throws `Malformed` where a part cannot be read. */
export function certificateView(certificate: Certificate): CertificateView {
  const strength = keyStrength(certificate.publicKey)
  return {
    subject: plain(nameInWords(certificate.subject)),
    issuer: plain(nameInWords(certificate.issuer)),
    serial: certificate.serialNumber.toString(16),
    fromOn: dayOfMoment(certificate.notBefore),
    untilOn: dayOfMoment(certificate.notAfter),
    selfSigned: isSelfSigned(certificate),
    isCa: basicConstraintsOf(certificate)?.isCa ?? false,
    keyUsage: [...(keyUsageOf(certificate) ?? [])],
    extendedKeyUsage: [...(extendedKeyUsageOf(certificate) ?? [])],
    policies: [...(policiesOf(certificate)?.oids ?? [])],
    key: { kind: strength?.kind ?? 'unknown', bits: strength?.bits ?? 0 },
    sha256: certificate.fingerprint,
    sha1: hash('sha1', certificate.raw, 'hex'),
  }
}

/** 失効リストの中身. */
export function listView(octets: Uint8Array): ListView {
  const { issuer, thisUpdate, nextUpdate, digest } = readRevocationList(octets)
  return {
    issuer: plain(nameInWords(issuer)),
    madeOn: dayOfMoment(thisUpdate),
    nextOn: nextUpdate === null ? undefined : dayOfMoment(nextUpdate),
    sha256: digest,
  }
}

export const dayOfMoment = (moment: Moment): Day => dayOf(new Date(moment).toISOString())

/** Names come from strangers: nothing in them may steer the line in which they are shown. */
export const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
