import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChecklistAnswerView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { useLanguage } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { useWarningOnLeave } from '../../parts/use-warning-on-leave.ts'
import { choose, type Draft, draftOf, nextOf } from './draft.ts'
import { checklistQuery, type Row, type Sheet, withRow } from './queries.ts'

interface Place {
  readonly checklist: string
  readonly sheet: Sheet
  readonly row: Row
  readonly round: number
}

/** One answer while it is given: it is saved by itself as soon as it is complete, one change after the other. */
export function useAnswer({ checklist, sheet, row, round }: Place) {
  const { today } = useSession()
  const queryClient = useQueryClient()
  const { queryKey } = checklistQuery(useLanguage())
  const stored = useRef(row.answers.find((one) => one.round === round))
  const [draft, setDraft] = useState<Draft>(draftOf(stored.current))
  const path = `/checklists/${checklist}/answers`
  const place = { sheet: sheet.sheet, supplierId: sheet.supplierId, itemId: row.itemId, round }
  const save = useMutation({
    scope: { id: `${path}/${sheet.supplierId ?? ''}/${row.itemId}/${round}` },
    mutationFn: async (wanted: Draft): Promise<ChecklistAnswerView | undefined> => {
      const version = stored.current?.version ?? 0
      if (wanted.answer) return api.put<ChecklistAnswerView>(path, { ...place, ...wanted, version })
      if (version > 0) await api.remove(`${path}?${queryOf({ ...place, version })}`)
      return undefined
    },
    meta: { saves: true },
    onSuccess: (kept) => {
      stored.current = kept
      queryClient.setQueryData(queryKey, (view) => view && withRow(view, sheet, row.itemId, withAnswer(round, kept)))
      queryClient.invalidateQueries({ queryKey: ['journal'], refetchType: 'none' })
    },
  })
  const write = (next: Draft) => {
    setDraft(next)
    const what = nextOf(next, stored.current)
    // Back to what is stored while another answer is on its way: that one has to be taken back too.
    if (what === 'keep' || what === 'withdraw' || (what === 'nothing' && save.isPending)) save.mutate(next)
    else save.reset()
  }
  const waits = nextOf(draft, stored.current) === 'wait'
  useWarningOnLeave(waits || save.isPending || save.isError)
  return {
    draft,
    waits,
    error: save.error,
    choose: (answer: Draft['answer']) => write(choose(draft, answer, today)),
    checkOn: (checkedOn: Draft['checkedOn']) => write({ ...draft, checkedOn }),
    aimAt: (targetOn: Draft['targetOn']) => write({ ...draft, targetOn }),
  }
}

const withAnswer = (round: number, kept: ChecklistAnswerView | undefined) => (row: Row) => {
  const others = row.answers.filter((one) => one.round !== round)
  const answers = [...others, ...(kept ? [kept] : [])].sort((a, b) => a.round - b.round)
  return { ...row, answers, contradicted: answers.at(-1)?.answer === 'yes' && row.proposal.answer === 'no' }
}

function queryOf(values: Readonly<Record<string, string | number | undefined>>): URLSearchParams {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
}
