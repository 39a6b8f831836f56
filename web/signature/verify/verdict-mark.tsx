import type { SignatureVerdict } from '#signature/contract'
import { useWords } from '../../app/i18n.ts'
import style from './verify.module.css'

const shapes: Readonly<Record<SignatureVerdict, string>> = { valid: '●', invalid: '▲', undecided: '？', none: '－' }

/** Shape, word and colour, always all three. Of licences and of signatures the words differ: they are two questions. */
export function VerdictMark({ verdict, of }: { readonly verdict: SignatureVerdict; readonly of: 'state' | 'licence' }) {
  const t = useWords('verify')
  return (
    <span className={style.mark} data-verdict={verdict}>
      <span aria-hidden="true">{shapes[verdict]}</span>
      {of === 'state' ? t(`state.${verdict}`) : t(`licence.${verdict}`)}
    </span>
  )
}
