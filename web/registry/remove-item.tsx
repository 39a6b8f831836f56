import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sayField } from '#registry/contract'
import { api, isProblem } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { Go, useGo } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { offerUndo, tell } from '../parts/undo.tsx'
import style from './item.module.css'
import { type Entry, itemPath, registryQuery } from './queries.ts'

interface Referrer {
  readonly kind: Entry['kind']
  readonly id: string
  readonly name: string
  readonly field: string
}

/** Takes an item out at once and offers to put it back. While others name it, it stays, and the page says which. */
export function RemoveItem({ entry }: { readonly entry: Entry }) {
  const t = useWords('registry')
  const language = useLanguage()
  const go = useGo()
  const queryClient = useQueryClient()
  const { kind, id, version, item } = entry
  const name = String(item.name ?? id)
  const refresh = () => queryClient.invalidateQueries({ queryKey: registryQuery.queryKey })
  const putBack = async () => {
    try {
      await api.post(`/registry/${kind}`, { item })
      await refresh()
      go(itemPath(kind, id))
    } catch (error) {
      tell(error instanceof Error ? error.message : t('remove.notBack'))
    }
  }
  const remove = useMutation({
    mutationFn: () => api.remove(`${itemPath(kind, id)}?version=${version}`),
    onSuccess: async () => {
      go(`/registry/${kind}`)
      await refresh()
      offerUndo(t('remove.done', { name }), putBack)
    },
  })
  const referrers = referrersOf(remove.error)
  return (
    <>
      <Button loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('remove')}
      </Button>
      {referrers.length === 0 && <Problem error={remove.error} />}
      {referrers.length > 0 && (
        <div className={style.referrers} role="alert">
          <p>{t('remove.referenced', { name })}</p>
          <ul>
            {referrers.map((each) => (
              <li key={`${each.kind}/${each.id}/${each.field}`}>
                <Go href={`${itemPath(each.kind, each.id)}?field=${each.field}`}>
                  {t('remove.referrer', { name: each.name, field: sayField(each.kind, each.field, language) })}
                </Go>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function referrersOf(error: unknown): readonly Referrer[] {
  const referrers = isProblem(error, 'conflict') ? error.facts.referrers : undefined
  return Array.isArray(referrers) ? (referrers as readonly Referrer[]) : []
}
