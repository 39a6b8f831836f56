import type { PackageCover } from '#archive/contract'
import { element } from './element.ts'
import { Damaged, type OpenedPackage, openPackage } from './opened-package.ts'
import { sayMoment } from './say.ts'
import { sayDamaged } from './say-damaged.ts'
import type { Language, Words } from './words.ts'

interface Covered {
  readonly cover: PackageCover
  readonly language: Language
  readonly words: Words
}

/** 合言葉を入れる — what the package is, and the one question. */
export function coverView({ cover, language, words }: Covered, whenOpen: (opened: OpenedPackage) => void): HTMLElement {
  const field = element('input', {
    ...{ id: 'passphrase', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true },
    'aria-describedby': 'passphrase-hint said',
  })
  const button = element('button', { type: 'submit', class: 'main' }, words.open)
  const said = element('p', { id: 'said', role: 'status' })
  async function open(): Promise<void> {
    button.disabled = true
    said.className = ''
    said.textContent = words.deriving
    try {
      const opened = await openPackage(cover, field.value)
      if (opened) return whenOpen(opened)
      tell(words.wrong)
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      tell(sayDamaged(error, words))
    } finally {
      button.disabled = false
    }
  }
  function tell(text: string): void {
    said.className = 'trouble'
    said.textContent = text
    field.focus()
    field.select()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void open()
  }
  return element(
    'section',
    { class: 'cover' },
    element('h1', { tabindex: '-1' }, words.title),
    element('p', { class: 'facility' }, cover.facility),
    element('p', {}, `${words.madeAt}: ${sayMoment(cover.madeAt, language)}`),
    element(
      'form',
      { submit },
      element('label', { for: 'passphrase' }, words.passphrase),
      element('p', { id: 'passphrase-hint', class: 'hint' }, words.passphraseHint),
      field,
      button,
      said,
    ),
  )
}
