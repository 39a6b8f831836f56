import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InspectionFileView, InspectionProgress } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { inspectionsQuery } from './queries.ts'

type Step = Extract<InspectionProgress, { readonly step: unknown }>

/** Makes a file and tells how far it is. The list is asked for anew once the file is there. */
export function useMaking() {
  const queryClient = useQueryClient()
  const [step, setStep] = useState<Step>()
  const making = useMutation({
    mutationFn: async (): Promise<InspectionFileView> => {
      let made: InspectionFileView | undefined
      await api.lines<InspectionProgress>('/inspection-files', (line) => {
        if ('step' in line) setStep(line)
        else made = line.done
      })
      if (!made) throw new Error('the answer ended before the file was there')
      return made
    },
    onSettled: async () => {
      setStep(undefined)
      await queryClient.invalidateQueries({ queryKey: inspectionsQuery.queryKey })
    },
  })
  return { ...making, step }
}
