import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { addressOf, type View, viewOf } from '../view.ts'

// Long enough for the next letter, short enough not to be noticed.
const PAUSE_MS = 250

/** What is typed into the search box, carried into the address once the typing pauses; Back brings it back. */
export function useTyped(view: View, openedId: string | undefined): readonly [string, (text: string) => void] {
  const router = useRouter()
  const [typed, setTyped] = useState(view.typed)
  const known = useRef(view.typed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (known.current !== view.typed) setTyped(view.typed)
    known.current = view.typed
  }, [view.typed])
  useEffect(() => () => clearTimeout(timer.current), [])

  const carry = (text: string) => {
    known.current = text.trim()
    // Who begins or ends a search sees the states that are usual for it.
    const usual = viewOf({ kind: view.kind, chapter: view.place, q: text })
    router.history.replace(
      addressOf((view.typed === '') === (usual.typed === '') ? { ...view, typed: usual.typed } : usual, openedId),
    )
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => carry(text), PAUSE_MS)
  }
  return [typed, type]
}
