import { documentKinds, hpkiProfile } from '@omamori/signature'
import type { NamedDocumentKind } from './words/summary.ts'

const named = (text: string) => ({
  ja: hpkiProfile.roles.find((role) => role.text === text)?.japanese ?? text,
  en: text,
})

/** 文書の種類 — which licences each needs, by which law, and whether we read that law or remember it. */
export const namedDocumentKinds: readonly NamedDocumentKind[] = documentKinds.map((one) => ({
  kind: one.kind,
  japanese: one.japanese,
  law: one.law,
  mark: one.mark,
  needs: one.signatures.map(({ oneOf }) => oneOf.map(named)),
}))

export const namedDocumentKind = (kind: string | null): NamedDocumentKind | null =>
  namedDocumentKinds.find((one) => one.kind === kind) ?? null
