import { useWords } from './i18n.ts'
import charm from './omamori.svg'

/** The charm and its name. The picture says nothing the word does not. */
export function Brand() {
  const t = useWords('app')
  return (
    <>
      <img src={charm} width={24} height={32} alt="" />
      {t('name')}
    </>
  )
}
