import { useWords } from './i18n.ts'

/** The charm and its name. The picture says nothing the word does not. */
export function Brand() {
  const t = useWords('app')
  return (
    <>
      <img src="/omamori.svg" width={24} height={32} alt="" />
      {t('name')}
    </>
  )
}
