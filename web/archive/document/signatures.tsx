import { Button } from '@mantine/core'
import type { SignatureView } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { Time } from '../../parts/time.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './document.module.css'

interface SignaturesProps {
  readonly path: string
  readonly signatures: readonly SignatureView[]
  /** Whether a licence is asked for: of any other document it is not told that it lacks one. */
  readonly needsLicence: boolean
}

/** 電子署名 — who signed, by which licence, since when that is proven, and until when it can be verified. */
export function Signatures({ path, signatures, needsLicence }: SignaturesProps) {
  const t = useWords('archive')
  const check = useChange(() => api.post(`${path}/signatures/check`), t('signature.checked'))
  if (signatures.length === 0) return null
  return (
    <section aria-label={t('signature.title')}>
      <ul className={style.steps}>
        {signatures.map((one) => (
          <Signature key={one.number} signature={one} needsLicence={needsLicence} />
        ))}
      </ul>
      <Problem error={check.error} />
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {t('signature.check')}
      </Button>
    </section>
  )
}

const verdicts = {
  'TOTAL-PASSED': 'signature.passed',
  INDETERMINATE: 'signature.undecided',
  'TOTAL-FAILED': 'signature.failed',
} as const

interface SignatureProps {
  readonly signature: SignatureView
  readonly needsLicence: boolean
}

function Signature({ signature, needsLicence }: SignatureProps) {
  const t = useWords('archive')
  const isJapanese = useLanguage() === 'ja'
  const { form, indication, qualification, signers, checkedAt, holdsUntil } = signature
  const rolesOf = ({ roles }: SignatureView['signers'][number]) =>
    roles.map(({ text, japanese }) => (isJapanese ? (japanese ?? text) : text)).join(isJapanese ? '・' : ', ')
  return (
    <li>
      <strong>{t(verdicts[indication])}</strong> {t(`signature.form.${form}`)}
      <ul className={style.steps}>
        {signers.map((signer, index) => (
          // The order of the signatures in one file is theirs and does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else that tells one from another
          <li key={index}>
            {t('signature.by', {
              name: signer.name ?? t('signature.nameless'),
              roles: rolesOf(signer) || t('signature.noRole'),
            })}{' '}
            {signer.provenAt !== undefined && (
              <>
                {t('signature.since')} <Time at={signer.provenAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      {needsLicence && qualification !== undefined && (
        <p className={style.soft}>{t(qualification === 'confirmed' ? 'signature.licensed' : 'signature.unlicensed')}</p>
      )}
      <p className={style.soft}>
        {t('signature.checkedAt')} <Time at={checkedAt} />
        {'　'}
        {holdsUntil === undefined ? (
          t('signature.holdsUnknown')
        ) : (
          <>
            {t('signature.holdsUntil')} <Time at={holdsUntil} />
          </>
        )}
      </p>
    </li>
  )
}
