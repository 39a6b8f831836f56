import { aboutView } from './about-view.ts'
import { documentLine } from './document-line.ts'
import { element } from './element.ts'
import { find } from './find.ts'
import { Damaged } from './opened-package.ts'
import { nothingAsked, type PageState } from './page-state.ts'
import { questionForm } from './question-form.ts'
import { sayDamaged } from './say-damaged.ts'

/** So many at a time: the page stays light, and a screen reader hears the number first. */
const AT_ONCE = 50

/** 文書を探す — the form, how many there are, and the documents, newest first. */
export function listView(state: PageState): HTMLElement {
  const { words } = state
  const status = element('p', { role: 'status', class: 'status' })
  const list = element('ul', { class: 'documents', 'aria-label': words.holds })
  const more = element('button', { type: 'button', hidden: true })
  let asked = 0
  async function ask(): Promise<void> {
    asked += 1
    const mine = asked
    status.className = 'status'
    status.textContent = words.searching
    try {
      const found = await find(state.opened, state.question)
      if (mine === asked) show(found)
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      status.className = 'status trouble'
      status.textContent = sayDamaged(error, words)
    }
  }
  function show(found: readonly number[]): void {
    list.replaceChildren()
    status.textContent = found.length === 0 ? words.nothing : words.found(found.length)
    const add = () => {
      const shown = list.children.length
      list.append(...found.slice(shown, shown + AT_ONCE).map((number) => documentLine(state, number)))
      const left = found.length - list.children.length
      more.hidden = left === 0
      more.textContent = words.more(left)
    }
    more.onclick = add
    add()
  }
  const form = questionForm(state, (question) => {
    state.question = question ?? nothingAsked
    void ask()
  })
  void ask()
  return element(
    'section',
    {},
    element('h1', { tabindex: '-1' }, state.opened.about.facility),
    aboutView(state),
    form,
    ...[status, list, more],
  )
}
