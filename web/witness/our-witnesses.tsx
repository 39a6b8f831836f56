import { Button } from '@mantine/core'
import { useState } from 'react'
import { answerWords, type WitnessingView, type WitnessView } from '#federation/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { Time } from '../parts/time.tsx'
import { useChange } from '../parts/use-change.ts'
import { ByFile } from './by-file.tsx'
import { KeyBox } from './key-box.tsx'
import { NameForm } from './name-form.tsx'
import { PolicyForm } from './policy-form.tsx'
import style from './witness.module.css'

/** 当院の証跡に立ち会う人 — each with its last answer, and what one can do about it. */
export function OurWitnesses({ view }: { readonly view: WitnessingView }) {
  const t = useWords('witness')
  const mayManage = useMay('witness.manage')
  const { witnesses, witnessed, log, needed, warnAfterHours } = view
  const ask = useChange(
    () => api.post('/witnesses/round'),
    () => t('ask.done'),
  )
  return (
    <Section title={t('ours.title')}>
      {witnesses.length === 0 && <p>{t('ours.none')}</p>}
      <ul className={style.list}>
        {witnesses.map((one) => (
          <Witness key={one.witnessId} witness={one} mayManage={mayManage} />
        ))}
      </ul>
      {witnessed && (
        <p>
          <Sentence
            text={t('ours.by', { by: witnessed.by.join('、'), at: '<at/>' })}
            parts={{ at: <Time at={witnessed.at} /> }}
          />
        </p>
      )}
      {witnesses.length > 0 && <p className={style.soft}>{t('ours.policy', { needed, hours: warnAfterHours })}</p>}
      <p role="status">{ask.isPending && t('ask.running')}</p>
      <Problem error={ask.error} />
      {mayManage && (
        <div className={style.acts}>
          {witnesses.some(({ url }) => url) && (
            <Button variant="filled" loading={ask.isPending} onClick={() => ask.mutate()}>
              {t('ask.act')}
            </Button>
          )}
          <NameForm />
          {witnesses.length > 0 && <PolicyForm view={view} />}
        </div>
      )}
      {log && <KeyBox label={t('key.title')} help={t('key.help')} keys={[log.verifierKey]} />}
      {mayManage && log && witnesses.length > 0 && <ByFile witnesses={witnesses} />}
    </Section>
  )
}

function Witness({ witness, mayManage }: { readonly witness: WitnessView; readonly mayManage: boolean }) {
  const t = useWords('witness')
  const say = useBilingual()
  const { witnessId, label, url, addedAt, answer, cosignedAt } = witness
  const wrong = answer === 'ahead' || answer === 'fork' || answer === 'not-continued'
  return (
    <li className={style.one}>
      <b>{label}</b>
      <span className={style.soft}>{url ?? t('ours.byFile')}</span>
      <dl>
        <dt>{t('ours.since')}</dt>
        <dd>
          <Time at={addedAt} />
        </dd>
        <dt>{t('ours.last')}</dt>
        <dd>{cosignedAt ? <Time at={cosignedAt} /> : t('ours.never')}</dd>
        <dt>{t('ours.answer')}</dt>
        <dd data-wrong={wrong || undefined}>{answer ? say(answerWords[answer]) : t('ours.notAsked')}</dd>
      </dl>
      {mayManage && <Drop witnessId={witnessId} />}
    </li>
  )
}

/** A dropped witness cannot be taken back by a click: its keys would have to be entered again. So it asks once. */
function Drop({ witnessId }: { readonly witnessId: string }) {
  const t = useWords('witness')
  const [asked, setAsked] = useState(false)
  const drop = useChange(
    () => api.remove(`/witnesses/${witnessId}`),
    () => t('drop.done'),
  )
  return (
    <>
      <Button
        color={asked ? 'red' : undefined}
        loading={drop.isPending}
        onClick={() => (asked ? drop.mutate() : setAsked(true))}
      >
        {t(asked ? 'drop.sure' : 'drop.act')}
      </Button>
      {asked && <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>}
      <Problem error={drop.error} />
    </>
  )
}
