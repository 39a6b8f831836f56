import type { PackageCover } from '#archive/contract'
import { coverView } from './cover-view.ts'
import { documentView } from './document-view.ts'
import { element } from './element.ts'
import { listView } from './list-view.ts'
import { type OpenedPackage, readCover } from './opened-package.ts'
import { nothingAsked, type PageState, placeOf } from './page-state.ts'
import { patientView } from './patient-view.ts'
import { sayMoment } from './say.ts'
import { forgetShown } from './shown-content.ts'
import { words as allWords, type Language } from './words.ts'

// 非常時閲覧 — the page that goes with a package: it runs from a folder, without a server and without a network.

/** The whole page anew: the line that says what this is, and the view that the address names. */
function openPageOf(root: HTMLElement, cover: PackageCover | undefined): void {
  let language: Language = 'ja'
  let opened: OpenedPackage | undefined
  let question = nothingAsked
  const main = element('main')
  root.replaceChildren(main)

  function view(): HTMLElement {
    const words = allWords[language]
    if (!globalThis.crypto?.subtle) return telling(words.title, words.noCrypto)
    if (!cover) return telling(words.title, words.noCover)
    if (!opened) return coverView({ cover, language, words }, unlocked)
    const state: PageState = {
      ...{ language, words, cover, opened },
      get question() {
        return question
      },
      set question(asked) {
        question = asked
      },
    }
    const place = placeOf(location.hash)
    const named = place.view === 'document' ? opened.documents[place.number] : undefined
    if (named) return documentView(state, named)
    return place.view === 'patient' ? patientView(state, place.patient) : listView(state)
  }
  function unlocked(one: OpenedPackage): void {
    opened = one
    render()
  }
  function render(): void {
    forgetShown()
    document.documentElement.lang = language
    const shown = view()
    main.replaceChildren(shown)
    root.replaceChildren(banner(), main)
    const heading = shown.querySelector('h1')
    document.title = `${heading?.textContent ?? ''} — ${allWords[language].title}`
    const first = shown.querySelector<HTMLElement>('#passphrase') ?? heading
    first?.focus()
  }
  function banner(): HTMLElement {
    const words = allWords[language]
    const turn = () => {
      language = language === 'ja' ? 'en' : 'ja'
      render()
    }
    // Loading the page again is the surest way to forget everything.
    const close = () => location.replace(location.pathname)
    const made = opened && cover && `${opened.about.facility}　${sayMoment(opened.about.madeAt, language)}`
    return element(
      'header',
      {},
      element('p', { class: 'copy' }, words.copy),
      made && element('p', {}, made),
      opened && element('p', { class: 'no-print' }, words.unjournaled),
      opened?.about.sample && element('p', {}, words.sample),
      element(
        'div',
        { class: 'row no-print' },
        element('button', { type: 'button', lang: language === 'ja' ? 'en' : 'ja', click: turn }, words.other),
        opened && element('button', { type: 'button', click: close }, words.closed),
      ),
    )
  }
  window.addEventListener('hashchange', render)
  render()
}

const telling = (title: string, said: string): HTMLElement =>
  element(
    'section',
    {},
    element('h1', { tabindex: '-1' }, title),
    element('p', { class: 'trouble', role: 'alert' }, said),
  )

const root = document.getElementById('page') ?? document.body
void readCover().then((cover) => openPageOf(root, cover))
