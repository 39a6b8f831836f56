import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import style from './supplier.module.css'

export interface Person {
  readonly answeredBy: string
  /** 他の施設にも同じ回答を使ってよい */
  readonly shareable: boolean
}

/** Who answers, asked once, and whether other facilities may have the same answers. */
export function WhoAnswers({ onStart }: { readonly onStart: (person: Person) => void }) {
  const t = useWords('supplier')
  const [answeredBy, setAnsweredBy] = useState('')
  const [shareable, setShareable] = useState(false)
  const name = answeredBy.trim()
  return (
    <Form onSubmit={() => name !== '' && onStart({ answeredBy: name, shareable })}>
      <TextInput
        label={t('own.name')}
        description={t('own.nameHelp')}
        autoComplete="name"
        maxLength={120}
        value={answeredBy}
        onChange={(event) => setAnsweredBy(event.currentTarget.value)}
      />
      <label className={style.share}>
        <input type="checkbox" checked={shareable} onChange={(event) => setShareable(event.currentTarget.checked)} />
        <span>
          {t('own.share')}
          <span className={style.small}>{t('own.shareHelp')}</span>
        </span>
      </label>
      <Acts>
        <Button type="submit" variant="filled" disabled={name === ''}>
          {t('own.start')}
        </Button>
      </Acts>
    </Form>
  )
}
