import { type Item, posts } from '#registry/contract'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { itemsOf } from '../shown.ts'
import { wordsOf } from '../words/words.ts'

type Post = keyof typeof posts

/** The posts every facility has to fill; staff and suppliers are no posts of one person. */
const named: readonly Post[] = [
  'director',
  'safety-manager',
  'planning-manager',
  'operator',
  'auditor',
  'creation-manager',
  'complaints-desk',
]

/** Those who are here. */
export function presentPersons({ facility }: Material): readonly Item<'person'>[] {
  return (facility.persons ?? []).filter(({ state }) => state !== 'left')
}

export const holdersOf = (material: Material, post: Post): readonly Item<'person'>[] =>
  presentPersons(material).filter(({ posts: held = [] }) => held.includes(post))

/** 責任者一覧 — who holds which post, and for what each answers. */
export function personList(material: Material): Part {
  const { language, facility } = material
  const words = wordsOf(language)
  const postName = (post: Post) => posts[post][language === 'ja' ? 0 : 1]
  const answersFor = (id: string) =>
    (['system', 'server', 'network', 'connection', 'device'] as const)
      .flatMap((kind) => itemsOf(facility, kind))
      .filter((item) => 'ownerId' in item && item.ownerId === id)
      .map(({ name }) => name)
  return {
    id: 'persons',
    blocks: [
      {
        kind: 'table',
        title: words.postsTitle,
        heads: [words.post, words.who, words.department],
        shares: [4, 4, 4],
        rows: named.flatMap((post) => {
          const holders = holdersOf(material, post)
          if (holders.length === 0) return [[postName(post), words.notRecorded, '']]
          return holders.map(({ name, department = '' }) => [postName(post), name, department])
        }),
      },
      {
        kind: 'table',
        title: words.answersForTitle,
        heads: [words.who, words.answersFor],
        shares: [3, 9],
        rows: presentPersons(material)
          .map(({ id, name }) => [name, answersFor(id).join(words.comma)])
          .filter(([, things]) => things !== ''),
      },
    ],
    missing: named
      .filter((post) => holdersOf(material, post).length === 0)
      .map((post) => words.postEmpty(postName(post))),
  }
}
