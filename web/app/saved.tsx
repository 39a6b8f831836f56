import { useSyncExternalStore } from 'react'
import { useWords } from './i18n.ts'
import style from './saved.module.css'

type Saving = { readonly state: 'idle' | 'saving' | 'unsaved' } | { readonly state: 'saved'; readonly at: string }

let current: Saving = { state: 'idle' }
const listeners = new Set<() => void>()

function change(next: Saving): void {
  current = next
  for (const listener of listeners) listener()
}

const clockTime = () => new Date().toLocaleTimeString('ja-JP', { hour: 'numeric', minute: '2-digit' })

export const noteSaving = () => change({ state: 'saving' })
export const noteSaved = () => change({ state: 'saved', at: clockTime() })
export const noteUnsaved = () => change({ state: 'unsaved' })

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** 「保存しました 10:32」 — whether what was typed has reached the server. */
export function Saved() {
  const t = useWords('app')
  const saving = useSyncExternalStore(subscribe, () => current)
  return (
    <span className={style.saved} data-state={saving.state} role="status">
      {saving.state === 'saving' && t('saved.saving')}
      {saving.state === 'saved' && t('saved.saved', { at: saving.at })}
      {saving.state === 'unsaved' && t('saved.unsaved')}
    </span>
  )
}
