import { type TrustItemView, type TrustView, trustKindWords, trustStateWords } from '#signature/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Time } from '../../parts/time.tsx'
import { CertificateFacts, Fingerprint } from '../certificate-facts.tsx'
import style from '../signature.module.css'
import { ConfirmForm } from './confirm-form.tsx'
import { Steps } from './steps.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

const shapes: Readonly<Record<TrustItemView['state'], string>> = {
  proposed: '◷',
  trusted: '●',
  kept: '○',
  withdrawn: '－',
}

export function Item({ item, may }: { readonly item: TrustItemView; readonly may: TrustView['may'] }) {
  const t = useWords('trust')
  const say = useBilingual()
  const { itemId, kind, state, purposes, certificate, list, addedBy, addedAt, steps } = item
  const name = certificate?.subject ?? list?.issuer ?? ''
  const forWhat = (['hpki', 'signers', 'stamps'] as const)
    .filter((purpose) => purposes[purpose] && !(purpose === 'signers' && purposes.hpki))
    .map((purpose) => t(`purpose.${purpose}`))
  return (
    <li className={style.item} data-over={state === 'withdrawn' || undefined}>
      <header>
        <b>{name}</b>
        <span className={style.state} data-state={state}>
          <span aria-hidden="true">{shapes[state]} </span>
          {say(trustStateWords[state])}
        </span>
      </header>
      <p className={style.soft}>
        {say(trustKindWords[kind])}
        {kind === 'anchor' && `：${forWhat.join('・')}`}
      </p>
      {certificate && <CertificateFacts certificate={certificate} />}
      {list && (
        <dl className={style.facts}>
          <dt>{t('list.made')}</dt>
          <dd>
            <EraDate day={list.madeOn} weekday={false} />
          </dd>
          {list.nextOn && (
            <>
              <dt>{t('list.next')}</dt>
              <dd>
                <EraDate day={list.nextOn} weekday={false} />
              </dd>
            </>
          )}
          <dt>SHA-256</dt>
          <dd>
            <Fingerprint digits={list.sha256} />
          </dd>
        </dl>
      )}
      <p className={style.soft}>
        {t('added', { by: addedBy })} <Time at={addedAt} />
      </p>
      <Steps steps={steps} />
      {may.confirm && state !== 'withdrawn' && (
        <div className={style.acts}>
          {state === 'proposed' && <ConfirmForm itemId={itemId} name={name} />}
          <WithdrawForm itemId={itemId} name={name} />
        </div>
      )}
    </li>
  )
}
