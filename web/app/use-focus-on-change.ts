import { type RefObject, useEffect, useRef } from 'react'

/**
 * After a step inside the page the keyboard and the screen reader begin at the new content, as they would after a
 * page had been loaded. The first page keeps the focus where the browser put it.
 */
export function useFocusOnChange(address: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null)
  const last = useRef(address)
  useEffect(() => {
    if (last.current === address) return
    last.current = address
    place.current?.focus({ preventScroll: true })
  }, [address])
  return place
}
