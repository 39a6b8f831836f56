import { type TrustItemView, trustStepWords } from '#signature/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { Time } from '../../parts/time.tsx'
import style from '../signature.module.css'

/** What was done with an item, in its order. */
export function Steps({ steps }: { readonly steps: TrustItemView['steps'] }) {
  const t = useWords('trust')
  const say = useBilingual()
  if (steps.length === 0) return null
  return (
    <ol className={style.steps}>
      {steps.map(({ step, source, seenOn, reason, by, at }) => (
        <li key={at} data-step={step}>
          <Time at={at} /> {say(trustStepWords[step])}（{by}）
          {source && seenOn && (
            <small>
              <Sentence
                text={t('steps.seen', { source, day: '<day/>' })}
                parts={{ day: <EraDate day={seenOn} weekday={false} /> }}
              />
            </small>
          )}
          {reason && <small>{t('steps.reason', { reason })}</small>}
        </li>
      ))}
    </ol>
  )
}
