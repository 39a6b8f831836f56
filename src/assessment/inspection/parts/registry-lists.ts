import { type AnyItem, type ItemKindName, itemKinds, NOBODY } from '#registry/contract'
import type { Part, TableBlock } from '../contract.ts'
import type { Material } from '../material.ts'
import { headOf, itemsOf, shownIn } from '../shown.ts'
import { wordsOf } from '../words/words.ts'

/** What an inspector asks of each kind first; everything else stands in the workbook beside the paper. */
const printed: readonly { readonly kind: ItemKindName; readonly fields: readonly string[] }[] = [
  { kind: 'system', fields: ['kind', 'hosting', 'ownerId', 'supplierId', 'patches.supportEndsOn'] },
  { kind: 'server', fields: ['os', 'place', 'ownerId', 'supplierId', 'patches.appliedOn'] },
  { kind: 'terminal', fields: ['units', 'os', 'place', 'ownerId', 'patches.appliedOn'] },
  { kind: 'device', fields: ['kind', 'model', 'place', 'ownerId', 'firmware.version'] },
  { kind: 'network', fields: ['zone', 'purpose', 'ownerId', 'supplierId'] },
  { kind: 'connection', fields: ['kind', 'counterpart', 'encryption', 'ownerId', 'supplierId'] },
  { kind: 'wireless', fields: ['networkId', 'accessPoints', 'encryption', 'ownerId'] },
  { kind: 'information', fields: ['importance', 'form', 'place', 'retention'] },
]

/** 台帳 — the lists of what there is; things without a responsible person are named among what is missing. */
export function registryLists(material: Material): Part {
  const words = wordsOf(material.language)
  const lists = printed.map((list) => ({ ...list, items: itemsOf(material.facility, list.kind) }))
  const recorded = lists.filter(({ items }) => items.length > 0)
  const nameOf = (kind: ItemKindName) => itemKinds[kind].words[material.language]
  return {
    id: 'registry',
    blocks: [
      { kind: 'note', text: words.registryNote },
      ...recorded.map(({ kind, fields, items }) => listOf(kind, fields, items, material)),
    ],
    missing: [
      ...lists.filter(({ items }) => items.length === 0).map(({ kind }) => words.listEmpty(nameOf(kind))),
      ...recorded.flatMap(({ kind, fields, items }) => {
        const without = fields.includes('ownerId') ? items.filter(isWithoutOwner) : []
        return without.length === 0
          ? []
          : [
              words.withoutOwner(
                nameOf(kind),
                without.map(({ name }) => name),
              ),
            ]
      }),
    ],
  }
}

function listOf(
  kind: ItemKindName,
  fields: readonly string[],
  items: readonly AnyItem[],
  material: Material,
): TableBlock {
  const words = wordsOf(material.language)
  return {
    kind: 'table',
    title: words.listTitle(itemKinds[kind].words[material.language], items.length),
    heads: [words.name, ...fields.map((field) => headOf(kind, field, material))],
    shares: [5, ...fields.map(() => 4)],
    rows: items.map((item) => [item.name, ...fields.map((field) => shownIn(material, kind, item, field))]),
  }
}

function isWithoutOwner(item: AnyItem): boolean {
  const ownerId = 'ownerId' in item ? item.ownerId : undefined
  return ownerId === undefined || ownerId === NOBODY
}
