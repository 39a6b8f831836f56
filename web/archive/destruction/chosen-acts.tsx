import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { countedFrom, type KeepingView, type KeptView, sayStart } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import style from './destruction.module.css'
import { ReasonForm } from './reason-form.tsx'

interface ChosenActsProps {
  readonly chosen: readonly KeptView[]
  readonly may: KeepingView['may']
  readonly onEnd: () => void
}

/** What one can do with the documents that were ticked. */
export function ChosenActs({ chosen, may, onEnd }: ChosenActsProps) {
  const t = useWords('destruction')
  const [act, setAct] = useState<'start' | 'hold' | 'propose' | undefined>()
  const documentIds = chosen.map(({ documentId }) => documentId)
  const isListable = chosen.every(({ obstacle, destructionId }) => !obstacle && !destructionId)
  const count = chosen.length
  switch (act) {
    case 'start':
      return <StartForm documentIds={documentIds} onEnd={onEnd} />
    case 'hold':
      return (
        <ReasonForm
          label={t('hold.title', { count })}
          act={t('hold.act')}
          done={t('hold.done')}
          send={(reason) => api.post('/retention/holds', { documentIds, reason })}
          onEnd={onEnd}
        />
      )
    case 'propose':
      return (
        <ReasonForm
          label={t('propose.title', { count })}
          act={t('propose.act')}
          done={t('propose.done')}
          send={(reason) => api.post('/destructions', { documentIds, reason })}
          onEnd={onEnd}
        />
      )
    case undefined:
      return (
        <div className={style.acts}>
          <span>{t('chosen', { count })}</span>
          <Button onClick={() => setAct('start')}>{t('start.open')}</Button>
          <Button onClick={() => setAct('hold')}>{t('hold.act')}</Button>
          {may.propose && (
            <Button disabled={!isListable} onClick={() => setAct('propose')}>
              {t('propose.act')}
            </Button>
          )}
          {!isListable && <small>{t('propose.notYet')}</small>}
        </div>
      )
  }
}

/** 起算日を記録する — without a day it is taken back. */
function StartForm({ documentIds, onEnd }: { readonly documentIds: readonly string[]; readonly onEnd: () => void }) {
  const t = useWords('destruction')
  const language = useLanguage()
  const [event, setEvent] = useState('')
  const [onDay, setOnDay] = useState<string | undefined>()
  return (
    <ReasonForm
      label={t('start.title', { count: documentIds.length })}
      act={t('start.act')}
      done={t('start.done')}
      reasonLabel={t('start.source')}
      isReady={event !== ''}
      send={(source) => api.post('/retention/starts', { documentIds, event, onDay, source })}
      onEnd={onEnd}
    >
      <NativeSelect label={t('start.event')} value={event} onChange={(change) => setEvent(change.currentTarget.value)}>
        <option value="">{t('choose')}</option>
        {countedFrom
          .filter((one) => one !== 'stored')
          .map((one) => (
            <option key={one} value={one}>
              {sayStart(one, language)}
            </option>
          ))}
      </NativeSelect>
      <DayInput label={t('start.onDay')} value={onDay} onChange={setOnDay} />
    </ReasonForm>
  )
}
