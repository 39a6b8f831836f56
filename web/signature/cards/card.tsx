import { agreementWords, cardKindWords, cardStateWords, type StaffCardView } from '#signature/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Go, GoButton } from '../../parts/go.tsx'
import { CertificateFacts } from '../certificate-facts.tsx'
import style from '../signature.module.css'
import { licenceText } from './licence-text.ts'
import { MoveForm } from './move-form.tsx'

const shapes: Readonly<Record<StaffCardView['state'], string>> = {
  'in-use': '●',
  soon: '◷',
  expired: '◷',
  lost: '▲',
  replaced: '－',
  returned: '－',
  withdrawn: '－',
}

/** One card: whose, until when, and what became of it. */
export function Card({ card, mayWrite }: { readonly card: StaffCardView; readonly mayWrite: boolean }) {
  const t = useWords('cards')
  const say = useBilingual()
  const language = useLanguage()
  const { cardId, kind, holder, licence, agreement, certificate, cardExpiresOn, endsOn, state, stateOn } = card
  const isOver = state === 'replaced' || state === 'returned' || state === 'withdrawn'
  const isWatched = state === 'in-use' || state === 'soon' || state === 'expired'
  return (
    <li className={style.item} data-over={isOver || undefined} id={cardId}>
      <header>
        <b>{holder.name}</b>
        <span className={style.state} data-state={state}>
          <span aria-hidden="true">{shapes[state]} </span>
          {say(cardStateWords[state])}
          {isWatched && endsOn ? (
            <>
              （<EraDate day={endsOn} weekday={false} />）
            </>
          ) : (
            <>
              （<EraDate day={stateOn} weekday={false} />）
            </>
          )}
        </span>
      </header>
      <dl className={style.facts}>
        <dt>{t('fact.kind')}</dt>
        <dd>{say(cardKindWords[kind])}</dd>
        <dt>{t('fact.licence')}</dt>
        <dd data-wrong={agreement === 'differs' || agreement === 'no-role' || undefined}>
          {licence ? licenceText(licence, language) : t('fact.noLicence')}（{say(agreementWords[agreement])}
          {agreement === 'differs' &&
            t('fact.says', {
              roles: certificate?.roles.map((role) => licenceText(role, language)).join(t('comma')) ?? '',
            })}
          ）
        </dd>
        <dt>{t('fact.cardEnds')}</dt>
        <dd>{cardExpiresOn ? <EraDate day={cardExpiresOn} weekday={false} /> : t('fact.notSaid')}</dd>
        <dt>{t('fact.certificateEnds')}</dt>
        <dd>{certificate ? <EraDate day={certificate.untilOn} weekday={false} /> : t('fact.noCertificate')}</dd>
      </dl>
      {certificate && (
        <details>
          <summary>{t('fact.certificate')}</summary>
          <p className={style.soft}>{certificate.subject}</p>
          <CertificateFacts certificate={certificate} />
        </details>
      )}
      <History card={card} />
      <div className={style.acts}>
        {card.taskId && !isOver && (
          <Go href={`/assessment/plan/${card.taskId}`}>{t(state === 'lost' ? 'taskOfLoss' : 'task')}</Go>
        )}
        {mayWrite && !card.replacedBy && state !== 'withdrawn' && (
          <GoButton
            href={`/signatures/cards?replaces=${cardId}`}
            aria-label={t('register.successor', { name: holder.name })}
          >
            {t('register.next')}
          </GoButton>
        )}
        {mayWrite && card.moves.length > 0 && <MoveForm card={card} />}
      </div>
    </li>
  )
}

/** That it was registered is told by its being there; what came afterwards is told with why. */
function History({ card: { steps } }: { readonly card: StaffCardView }) {
  const say = useBilingual()
  const later = steps.slice(1)
  if (later.length === 0) return null
  return (
    <ol className={style.steps}>
      {later.map(({ state, onDay, reason, by, at }) => (
        <li key={`${at} ${state}`}>
          <EraDate day={onDay} weekday={false} /> {say(cardStateWords[state])}（{by}）
          {reason && <small>{reason}</small>}
        </li>
      ))}
    </ol>
  )
}
