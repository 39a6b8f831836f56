import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import style from './form.module.css'

interface FormProps {
  readonly onSubmit: () => void
  /** While it is busy, a second press changes nothing. */
  readonly busy?: boolean
  readonly label?: string
  readonly children: ReactNode
}

// Safari and old Chromium report the Enter that ends a composition as key code 229, with isComposing already false.
const COMPOSING_KEY_CODE = 229

/** Whether the key belongs to the kana-kanji conversion and not to us. */
export const isComposing = (event: KeyboardEvent) =>
  event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY_CODE

/** A form that never submits while kanji are being composed, and never twice. */
export function Form({ onSubmit, busy, label, children }: FormProps) {
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form className={style.form} noValidate aria-label={label} aria-busy={busy} onKeyDown={keep} onSubmit={submit}>
      {children}
    </form>
  )
}

/** The row of buttons that ends a form. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className={style.acts}>{children}</div>
}
