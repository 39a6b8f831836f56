import type { PaperLanguage } from '#paper'
import { dayOf } from '#shared'
import { setList } from '../paper/set-list.ts'
import { wordsIn } from '../paper/words.ts'
import type { AccessList } from './list-access.ts'
import { type SayAct, thingText, timeText, whoText } from './said-entry.ts'

/** The list on A4: what was asked for, how many entries there are, and each of them. */
export function printAccessList(list: AccessList, language: PaperLanguage, say: SayAct): Promise<Uint8Array> {
  const words = wordsIn(language)
  const { facility, sample, entries, unreadable, at } = list
  return setList(
    { facility, sample, on: dayOf(at), language },
    {
      title: words.accessList,
      facts: [
        [words.facility, facility],
        [words.filter, askedFor(list, language, say)],
        [words.madeAt, timeText(at)],
        [words.count, words.entries(entries.length)],
        ...(unreadable > 0 ? [[words.unreadable, words.unreadableCount(unreadable)] as const] : []),
      ],
      heads: [words.at, words.who, words.act, words.thing, words.place],
      shares: [3.4, 3, 5, 4.6, 1.8],
      rows: entries.map((entry) => [
        timeText(entry.at),
        whoText(entry, list, language),
        [say(entry.act), words.outcome[entry.outcome ?? 'done']].filter(Boolean).join('\n'),
        thingText(entry, list, language),
        String(entry.index),
      ]),
      nothing: words.noEntries,
      note: words.accessNote,
    },
  )
}

function askedFor({ filter, nameOf }: AccessList, language: PaperLanguage, say: SayAct): string {
  const words = wordsIn(language)
  const { act, actorId, subjectKind = '', subjectId = '', from, until, outcome } = filter
  const said = [
    actorId && words.person(nameOf(actorId)),
    (subjectKind || subjectId) && words.things(subjectKind, subjectId),
    act && words.acts(act.split(',').map(say).join(words.comma)),
    outcome && words.outcome[outcome],
    from && words.from(timeText(from)),
    until && words.until(timeText(until)),
  ].filter(Boolean)
  return said.length === 0 ? words.everything : said.join('\n')
}
