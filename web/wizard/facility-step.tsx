import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Item } from '#registry/contract'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { ofKind, profileChange } from './items.ts'
import type { StepProps } from './page.tsx'
import type { Registry } from './queries.ts'
import { StepFrame } from './step-frame.tsx'
import style from './wizard.module.css'

type Kind = NonNullable<Item<'profile'>['kind']>
const kinds: readonly Kind[] = [
  'clinic',
  'hospital',
  'dental-clinic',
  'maternity-home',
  'pharmacy',
  'visiting-nursing',
  'other',
]
const withBeds: readonly (Kind | undefined)[] = ['clinic', 'hospital', 'dental-clinic', 'maternity-home']
const BEDS_MAX = 10_000

/** What the facility is, and how many beds it has. */
export function FacilityStep({ question, index, registry }: StepProps & { readonly registry: Registry }) {
  const t = useWords('wizard')
  const { facility } = useSession()
  const stored = ofKind(registry, 'profile')[0]?.item as Item<'profile'> | undefined
  const [kind, setKind] = useState<Kind | undefined>(stored?.kind)
  const [bedsText, setBedsText] = useState(stored?.beds === undefined ? '' : String(stored.beds))
  const beds = readCount(bedsText)
  const outcome = () => ({
    practices: {},
    changes: (now: Registry) => [
      profileChange(now, facility.name, { kind, ...(withBeds.includes(kind) && beds !== undefined && { beds }) }),
    ],
  })
  return (
    <StepFrame question={question} index={index} outcome={outcome}>
      <Radio.Group aria-label={t('facility.title')} value={kind ?? null} onChange={(chosen) => setKind(chosen as Kind)}>
        <div className={style.choices}>
          {kinds.map((one) => (
            <div key={one} className={style.choice} data-reply={kind === one ? 'yes' : 'no'}>
              <Radio value={one} label={t(`facility.${one}`)} />
            </div>
          ))}
        </div>
      </Radio.Group>
      {withBeds.includes(kind) && (
        <TextInput
          label={t('facility.beds')}
          description={t('facility.bedsHow')}
          inputMode="numeric"
          maw={420}
          value={bedsText}
          error={bedsText.trim() !== '' && beds === undefined && t('facility.bedsUnclear')}
          onChange={(event) => setBedsText(event.currentTarget.value)}
        />
      )}
    </StepFrame>
  )
}

/** A count as people type it, in full or half width; undefined when it is none. */
function readCount(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/床$/, '')
  if (!/^\d{1,5}$/.test(plain)) return undefined
  return Number(plain) <= BEDS_MAX ? Number(plain) : undefined
}
