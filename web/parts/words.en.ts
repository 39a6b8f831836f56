import type { Translated } from '../app/dictionary.ts'
import type { ja } from './words.ja.ts'

export const en: Translated<typeof ja> = {
  'state.met': 'met',
  'state.not-met': 'not met',
  'state.unknown': 'unknown',
  'state.not-applicable': 'not applicable',
  mark: 'number unconfirmed',
  'mark.meaning': 'Not yet compared with the official document.',
  'day.example': '2026-11-22',
  'day.forms': 'Write R8.11.22, 令和8/11/22 or 2026-11-22.',
  'day.unclear': 'This cannot be read as a date. Write it like 2026-11-22.',
  'time.today': 'today {{time}}',
  'time.yesterday': 'yesterday {{time}}',
  loading: 'Loading.',
  'loading.far': '{{done}} of {{of}} done.',
  dismiss: 'Dismiss this message',
  undo: 'Undo',
  print: 'Print',
  'table.search': 'Search in {{table}}',
  'table.searchShort': 'Search',
  'table.count': '{{shown}} of {{all}}',
  'problem.number': '(number {{number}})',
  'problem.fault.what': 'Something went wrong inside Omamori.',
  'problem.fault.then':
    'What could not be saved is still on the page. No record is damaged. Try again, or tell the person in charge the number.',
  'problem.unreachable.what': 'The Omamori server cannot be reached.',
  'problem.unreachable.then':
    'What you typed is still on the page. Check that the server is on and the network works, wait a little, and try again.',
  'problem.session': 'What you typed is still on the page. Sign in in a new window, then save again here.',
  'fact.yes': 'Yes',
  'fact.no': 'No',
  'fact.unknown': 'Not known',
  'fact.never': 'Never',
  'fact.nobody': 'Nobody (none)',
}
