import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TableFilled, TablePreview } from '#registry/contract'
import { api } from '../app/api.ts'
import { fileForm } from '../app/file-form.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { offerUndo, tell } from '../parts/undo.tsx'
import { kindGroups, kindOf } from './kind-groups.ts'
import type { Entry } from './queries.ts'
import { Changes, WrongCells } from './sheet/pasted.tsx'
import type { Wrong } from './sheet/use-sheet.ts'

const listed = kindGroups.flatMap(({ kinds }) => kinds).filter((kind) => !kindOf(kind).single)

/** A CSV of one kind: of which one, what it would add and change, and only then is it taken in. */
export function ImportCsv({ file, onEnd }: { readonly file: File; readonly onEnd: () => void }) {
  const t = useWords('registry')
  const say = useBilingual()
  const queryClient = useQueryClient()
  const [kind, setKind] = useState<Entry['kind']>()
  const look = useMutation({
    mutationFn: (of: Entry['kind']) => api.post<TablePreview | Wrong>(`/registry/${of}/csv/preview`, fileForm(file)),
  })
  const undo = async (of: Entry['kind'], { undo }: TableFilled) => {
    try {
      await api.post(`/registry/${of}/table/undo`, undo)
      tell(t('sheet.undone'))
    } catch (error) {
      tell(error instanceof Error ? error.message : t('remove.notBack'))
    }
    await queryClient.invalidateQueries()
  }
  const take = useMutation({
    mutationFn: ({ of, basis }: { readonly of: Entry['kind']; readonly basis: string }) =>
      api.post<TableFilled>(`/registry/${of}/csv`, fileForm(file, basis)),
    meta: { saves: true },
    onSuccess: async (done, { of }) => {
      onEnd()
      offerUndo(t('sheet.filled', { added: done.added, changed: done.changed }), () => undo(of, done))
      await queryClient.invalidateQueries()
    },
  })
  const choose = (text: string) => {
    const of = listed.find((each) => each === text)
    setKind(of)
    take.reset()
    if (of) look.mutate(of)
    else look.reset()
  }
  const found = look.data
  const right = found && !('issues' in found) ? found : undefined
  return (
    <Form onSubmit={() => kind && right && take.mutate({ of: kind, basis: right.basis })} busy={take.isPending}>
      <p>{file.name}</p>
      <NativeSelect
        label={t('import.csvKind')}
        description={t('import.csvHelp')}
        value={kind ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t('import.csvChoose')}</option>
        {listed.map((each) => (
          <option key={each} value={each}>
            {say(kindOf(each).words)}
          </option>
        ))}
      </NativeSelect>
      <Problem error={look.error ?? take.error} />
      {found && 'issues' in found && <WrongCells wrong={found} />}
      {kind && right && <Changes kind={kind} preview={right} />}
      <Acts>
        <Button onClick={onEnd}>{t('sheet.cancel')}</Button>
        {right && right.rows.length > 0 && (
          <Button type="submit" variant="filled" loading={take.isPending}>
            {t('import.take')}
          </Button>
        )}
      </Acts>
    </Form>
  )
}
