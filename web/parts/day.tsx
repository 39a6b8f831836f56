import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { type Day, inEra, parseDay } from '#shared'
import { type Language, useLanguage, useWords } from '../app/i18n.ts'

const inEnglish = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const days = new Intl.DateTimeFormat('en-GB', inEnglish)
const daysOfWeek = new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...inEnglish })

/** A day as people of the language write it: 令和8年11月22日（日）. */
export function dayText(day: Day, language: Language, weekday = true): string {
  if (language === 'ja') return inEra(day, { weekday })
  return (weekday ? daysOfWeek : days).format(Date.parse(`${day}T00:00:00Z`))
}

export function EraDate({ day, weekday }: { readonly day: Day; readonly weekday?: boolean }) {
  return <time dateTime={day}>{dayText(day, useLanguage(), weekday)}</time>
}

interface DayInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: Day | undefined
  readonly onChange: (day: Day | undefined) => void
}

/**
 * A box for a day that takes what people write: R8.11.22, 令和8/11/22, 2026-11-22. It answers with the day it has
 * understood, so that a slip is seen before it is saved; text it does not understand stays, with a sentence.
 */
export function DayInput({ value, onChange, description, error, ...rest }: DayInputProps) {
  const t = useWords('parts')
  const language = useLanguage()
  const [text, setText] = useState(value ? dayText(value, language, false) : '')
  const [left, setLeft] = useState(true)
  const understood = parseDay(text)
  const unclear = left && text.trim() !== '' && understood === undefined && text !== shownOf(value, language)
  const write = (next: string) => {
    setText(next)
    onChange(parseDay(next))
  }
  const leave = () => {
    setLeft(true)
    if (understood) setText(dayText(understood, language, false))
  }
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="text"
      autoComplete="off"
      placeholder={t('day.example')}
      description={description ?? (understood ? dayText(understood, language) : t('day.forms'))}
      error={unclear ? t('day.unclear') : error}
      onFocus={() => setLeft(false)}
      onBlur={leave}
      onChange={(event) => write(event.currentTarget.value)}
    />
  )
}

const shownOf = (value: Day | undefined, language: Language) => (value ? dayText(value, language, false) : '')
