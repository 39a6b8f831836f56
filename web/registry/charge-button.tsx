import { Button } from '@mantine/core'
import { apiUrl } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'

/** 担当票 — what is in the charge of one person, or of everybody a sheet each, on paper. It opens beside the page. */
export function ChargeButton({ personId }: { readonly personId?: string }) {
  const t = useWords('registry')
  const language = useLanguage()
  if (!useMay('charge.read-any')) return null
  const whose = personId === undefined ? 'whose=all' : `personId=${encodeURIComponent(personId)}`
  return (
    <Button component="a" href={apiUrl(`/charges.pdf?${whose}&language=${language}`)} target="_blank" rel="noreferrer">
      {t(personId === undefined ? 'charge.all' : 'charge.one')}
    </Button>
  )
}
