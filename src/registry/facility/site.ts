import { choice, type Field, note, reference, text } from './field.ts'
import { listed } from './kind.ts'

/** 拠点 — a place at which the facility works: its main house, a branch, a satellite. */
export const site = listed(
  'site',
  'sites',
  { ja: '拠点', en: 'Site' },
  {
    kind: choice('種類', 'Kind', {
      main: ['本院', 'main house'],
      branch: ['分院', 'branch'],
      satellite: ['サテライト', 'satellite'],
      other: ['その他', 'other'],
    }),
    address: text('所在地', 'Address'),
    phone: text('電話', 'Telephone'),
    contactId: reference('拠点の担当者', 'Person in charge at the site', 'person'),
    access: note('入館・連絡のしかた', 'How one gets in and whom one tells'),
  },
)

/** The site at which something stands or somebody works. A facility with one place leaves it out. */
export function siteReference(): Field<string> {
  return reference('拠点', 'Site', 'site')
}
