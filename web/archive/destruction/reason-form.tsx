import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './destruction.module.css'

interface ReasonFormProps {
  readonly label: string
  readonly act: string
  readonly done: string
  readonly send: (reason: string) => Promise<unknown>
  readonly onEnd: () => void
  /** What else is asked; false while it is not complete. */
  readonly children?: ReactNode
  readonly isReady?: boolean
  readonly reasonLabel?: string
  readonly grave?: boolean
}

/** A small slip that asks why before anything is done. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, act, done, send, onEnd, children, isReady = true, reasonLabel, grave } = props
  const t = useWords('destruction')
  const [reason, setReason] = useState('')
  const change = useChange(
    () => send(reason.trim()),
    () => done,
    onEnd,
  )
  const isComplete = isReady && reason.trim() !== ''
  return (
    <div className={style.slip}>
      <Form onSubmit={() => isComplete && change.mutate()} busy={change.isPending} label={label}>
        <b>{label}</b>
        {children}
        <Textarea
          label={reasonLabel ?? t('reason')}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Problem error={change.error} />
        <Acts>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={!isComplete}
            {...(grave ? { color: 'red' } : { variant: 'filled' })}
          >
            {act}
          </Button>
          <Button onClick={onEnd}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
