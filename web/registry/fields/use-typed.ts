import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../../parts/form.tsx'

// Somebody who has stopped typing this long has said something worth keeping, should the power go now.
const PAUSE_MS = 2000

/**
 * The text of a box while it is typed: it is handed on when the box is left, on Enter, or after a pause, and never in
 * the middle of a kana-kanji conversion.
 */
export function useTyped(stored: string, keep: (text: string) => void) {
  const [text, setText] = useState(stored)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const kept = useRef(stored)
  useEffect(() => () => clearTimeout(pause.current), [])
  const hand = (next: string) => {
    clearTimeout(pause.current)
    if (next === kept.current) return
    kept.current = next
    keep(next)
  }
  return {
    value: text,
    onChange: (event: { readonly currentTarget: { readonly value: string }; readonly nativeEvent: Event }) => {
      const next = event.currentTarget.value
      setText(next)
      clearTimeout(pause.current)
      const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
      if (!composing) pause.current = setTimeout(() => hand(next), PAUSE_MS)
    },
    onBlur: () => hand(text),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !isComposing(event)) hand(text)
    },
  }
}
