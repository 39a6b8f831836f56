import { element } from './element.ts'
import type { Question } from './find.ts'
import type { PageState } from './page-state.ts'

/** 探すための欄 — what is in them is asked when somebody says so, or chooses a kind; undefined asks for nothing. */
export function questionForm(
  { opened, language, words, question }: PageState,
  ask: (question: Question | undefined) => void,
): HTMLElement {
  const kinds = [...new Set(opened.documents.map(({ kind }) => kind))]
  const option = (value: string, said: string) => element('option', { value, selected: question.kind === value }, said)
  const fields = {
    words: element('input', { id: 'words', type: 'search', value: question.words, 'aria-describedby': 'words-hint' }),
    patient: element('input', { id: 'patient', value: question.patient, autocomplete: 'off' }),
    kind: element(
      'select',
      { id: 'kind' },
      option('', words.anyKind),
      ...kinds.map((kind) => option(kind, opened.about.kinds[kind]?.[language] ?? kind)),
    ),
    from: element('input', { id: 'from', type: 'date', value: question.from }),
    to: element('input', { id: 'to', type: 'date', value: question.to }),
  }
  const read = (): Question => ({
    words: fields.words.value,
    patient: fields.patient.value.trim(),
    kind: fields.kind.value,
    from: fields.from.value,
    to: fields.to.value,
  })
  const submit = (event: Event) => {
    event.preventDefault()
    ask(read())
  }
  const clear = () => {
    for (const field of Object.values(fields)) field.value = ''
    ask(undefined)
  }
  fields.kind.addEventListener('change', () => ask(read()))
  const field = (name: keyof typeof fields) =>
    element('div', { class: `field ${name}` }, element('label', { for: name }, words[name]), fields[name])
  return element(
    'form',
    { submit, role: 'search', 'aria-label': words.search },
    field('words'),
    element('p', { id: 'words-hint', class: 'hint' }, words.wordsHint),
    element('div', { class: 'row' }, field('patient'), field('kind'), field('from'), field('to')),
    element(
      'div',
      { class: 'row' },
      element('button', { type: 'submit', class: 'main' }, words.search),
      element('button', { type: 'button', click: clear }, words.clear),
    ),
  )
}
