import { Button } from '@mantine/core'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { EraDate } from '../parts/day.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Go, GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { Time } from '../parts/time.tsx'
import { useRegistryDay } from './as-of.ts'
import { ChargeButton } from './charge-button.tsx'
import style from './item.module.css'
import { ItemAlerts } from './item-alerts.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemHistory } from './item-history.tsx'
import { kindOf } from './kind-groups.ts'
import { LackMarks } from './lack-marks.tsx'
import { Leaving } from './leaving.tsx'
import { type Entry, useRegistry } from './queries.ts'
import { RemoveItem } from './remove-item.tsx'
import { lacksOf } from './standing.ts'
import { type Autosave, useAutosave } from './use-autosave.ts'

interface ItemPageProps {
  readonly kind: Entry['kind']
  readonly id: string
}

/** One item of the registry with everything that is known of it. */
export function ItemPage({ kind, id }: ItemPageProps) {
  const t = useWords('registry')
  const { items } = useRegistry()
  const entry = items.find((each) => each.kind === kind && each.id === id)
  if (entry) return <Editor key={`${kind}/${id}`} entry={entry} />
  return (
    <EmptyState why={t('item.gone')} gain={t('item.goneGain')}>
      <GoButton href={`/registry/${kind}`}>{t('item.toList')}</GoButton>
    </EmptyState>
  )
}

/** The item's head, its form, and what may stand between them: a conflict, or input that could not be saved. */
export function Editor({ entry }: { readonly entry: Entry }) {
  const t = useWords('registry')
  const say = useBilingual()
  const { may } = useRegistry()
  const autosave = useAutosave(entry)
  const kind = kindOf(entry.kind)
  const name = String(autosave.stored.item.name ?? say(kind.words))
  return (
    <>
      {!kind.single && (
        <nav className={style.crumbs} aria-label={t('item.crumbs')}>
          <Go href={`/registry/${entry.kind}`}>{t('item.crumb', { kind: say(kind.words) })}</Go>
        </nav>
      )}
      <PageHead
        title={kind.single ? say(kind.words) : name}
        lead={<Lacks autosave={autosave} />}
        basis={<Basis autosave={autosave} />}
      >
        {entry.kind === 'person' && isAtWork(autosave) && <ChargeButton personId={entry.id} />}
        {entry.kind === 'supplier' && <GoButton href={`/suppliers#${entry.id}`}>{t('item.questions')}</GoButton>}
        {may.change && <ConfirmToday autosave={autosave} />}
        {may.change && !kind.single && <RemoveItem entry={autosave.stored} />}
      </PageHead>
      <ItemAlerts autosave={autosave} />
      {entry.kind === 'person' && autosave.stored.item.state === 'left' && autosave.stored.version > 0 && (
        <Leaving autosave={autosave} />
      )}
      <ItemForm autosave={autosave} />
      {autosave.stored.version > 0 && <ItemHistory entry={autosave.stored} />}
    </>
  )
}

/** Who left is in charge of nothing, and somebody not saved yet of nothing either. */
function isAtWork({ stored }: Autosave): boolean {
  return stored.version > 0 && stored.item.state !== 'left'
}

function Lacks({ autosave }: { readonly autosave: Autosave }) {
  const registry = useRegistry()
  const today = useRegistryDay()
  const found = lacksOf({ ...autosave.stored, item: autosave.item }, registry, today)
  return found.length > 0 ? <LackMarks lacks={found} /> : undefined
}

function Basis({ autosave }: { readonly autosave: Autosave }) {
  const t = useWords('registry')
  const { confirmedOn } = autosave.item
  const { updatedAt } = autosave.stored
  return (
    <>
      <Sentence
        text={confirmedOn ? t('item.confirmed') : t('item.notConfirmed')}
        parts={{ day: confirmedOn && <EraDate day={confirmedOn} /> }}
      />
      {updatedAt && <Sentence text={t('item.updated')} parts={{ at: <Time at={updatedAt} /> }} />}
    </>
  )
}

/** Everything on the page was looked at today: the one press that keeps facts from growing too old. */
function ConfirmToday({ autosave }: { readonly autosave: Autosave }) {
  const t = useWords('registry')
  const { today } = useSession()
  const done = autosave.item.confirmedOn === today
  return (
    <Button disabled={done} onClick={() => autosave.change('confirmedOn', today)}>
      {done ? t('item.confirmedToday') : t('item.confirmToday')}
    </Button>
  )
}
