import { Button } from '@mantine/core'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { useMay } from '../../app/session.ts'
import { chargesPaper } from './queries.ts'

/** わたしの担当 — the reader's own sheet, and everybody's for those who may. They open beside the page. */
export function ChargesButton({ whose }: { readonly whose: 'mine' | 'all' }) {
  const t = useWords('director')
  const language = useLanguage()
  if (!useMay(whose === 'all' ? 'charge.read-any' : 'charge.read-own')) return null
  return (
    <Button component="a" href={chargesPaper(whose, language)} target="_blank" rel="noreferrer">
      {t(whose)}
    </Button>
  )
}
