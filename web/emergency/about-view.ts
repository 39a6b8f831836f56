import type { PackageAbout } from '#archive/contract'
import { element } from './element.ts'
import type { PageState } from './page-state.ts'
import { sayDay, sayMoment } from './say.ts'
import type { Words } from './words.ts'

/** このパッケージについて — made when and by whom, what is in it, and what is not. */
export function aboutView({ opened: { about }, language, words }: PageState): HTMLElement {
  const rows = [
    [words.madeAt, sayMoment(about.madeAt, language)],
    [words.madeBy, makerOf(about.madeBy, words)],
    [words.holds, words.documents(about.documents)],
    [words.choice, sayChoice(about.choice)],
    [words.leftOut, words.leftOutAlways],
  ] as const
  function sayChoice(choice: PackageAbout['choice']): string {
    switch (choice.kind) {
      case 'all':
        return words.all
      case 'days':
        return words.days(choice.days, sayDay(choice.from, language))
      case 'patients':
        return words.patients(choice.patients.join(', '))
    }
  }
  const lost = about.leftOutList.map(({ title, why }) =>
    element('li', {}, `${title || words.untitled} — ${words[why]}`),
  )
  return element(
    'details',
    { class: 'about', open: about.leftOut > 0 },
    element('summary', {}, words.about),
    element('dl', {}, ...rows.flatMap(([name, said]) => [element('dt', {}, name), element('dd', {}, said)])),
    about.leftOut > 0 && element('p', { class: 'trouble' }, words.leftOutCount(about.leftOut)),
    lost.length > 0 && element('ul', {}, ...lost),
  )
}

function makerOf({ kind, name }: PackageAbout['madeBy'], words: Words): string {
  if (kind === 'account') return name ?? ''
  return kind === 'system' ? words.bySystem : words.byConsole
}
