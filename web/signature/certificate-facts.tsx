import { type CertificateView, usageWords } from '#signature/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import style from './signature.module.css'

/** 証明書の中身 — who, by whom, from when to when, for what, and its fingerprints. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateView }) {
  const t = useWords('trust')
  const say = useBilingual()
  const { issuer, selfSigned, serial, fromOn, untilOn, key, keyUsage, extendedKeyUsage, sha256, sha1 } = certificate
  const usages = [...keyUsage, ...extendedKeyUsage].map((usage) => {
    const words = usageWords[usage]
    return words ? say(words) : usage
  })
  return (
    <dl className={style.facts}>
      <dt>{t('fact.issuer')}</dt>
      <dd>{selfSigned ? t('fact.itself') : issuer}</dd>
      <dt>{t('fact.validity')}</dt>
      <dd>
        <EraDate day={fromOn} weekday={false} />
        {t('fact.to')}
        <EraDate day={untilOn} weekday={false} />
      </dd>
      <dt>{t('fact.usage')}</dt>
      <dd>{usages.length === 0 ? t('fact.anyUsage') : usages.join(t('comma'))}</dd>
      <dt>{t('fact.key')}</dt>
      <dd>{t('fact.keyBits', { kind: key.kind.toUpperCase(), bits: key.bits })}</dd>
      <dt>{t('fact.serial')}</dt>
      <dd>
        <code>{serial}</code>
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <Fingerprint digits={sha256} />
      </dd>
      <dt>SHA-1</dt>
      <dd>
        <Fingerprint digits={sha1} />
      </dd>
    </dl>
  )
}

/** In groups of four, so that one can follow with a finger. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  return <code>{digits.toUpperCase().replaceAll(/(.{4})(?!$)/g, '$1 ')}</code>
}
