import { hpkiProfile } from '@omamori/signature'
import type { ArchiveKind } from './kind.ts'
import { type KindLanguage, kindWords } from './kind-words.ts'

/** Who signs, as the signature package names the licences; undefined where nobody's licence is asked. */
export function signerLine({ signers, signature }: ArchiveKind, language: KindLanguage): string | undefined {
  if (signature === 'none') return undefined
  const named = (text: string) =>
    language === 'en' ? text : (hpkiProfile.roles.find((role) => role.text === text)?.japanese ?? text)
  const { signature: needs, or } = kindWords[language]
  return `${needs[signature]}: ${signers.map(({ oneOf }) => oneOf.map(named).join(or)).join(' + ')}`
}
