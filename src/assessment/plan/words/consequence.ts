import type { Language } from '../../words/told.ts'

interface Words {
  readonly ja: string
  readonly en: string
}

/** 行わない場合 — what may follow, by the way in which hospitals were hurt; see `weights.ts`. Proposed, never claimed. */
const consequences: readonly { readonly ids: RegExp; readonly words: Words }[] = [
  {
    ids: /^6\.11\.|^6\.8\.[CD]-8|^6\.5\.D-3/,
    words: {
      ja: '外部との接続口から侵入され、ランサムウェアで診療が止まるおそれが残ります。',
      en: 'The way in from outside stays open: ransomware may stop care.',
    },
  },
  {
    ids: /^6\.10\.|^7\.2\.|^7\.3\./,
    words: {
      ja: '攻撃や故障のあとに記録を戻せず、診療を再開できないおそれが残ります。',
      en: 'After an attack or a failure the records may not come back, and care may not go on.',
    },
  },
  {
    ids: /^6\.5\.C-(1|2|13|14.*)$|^6\.5\.D-[45]/,
    words: {
      ja: '利用者になりすまして診療情報を見られ、書き換えられるおそれが残ります。',
      en: 'Somebody may pose as a user, and read or change records.',
    },
  },
  {
    ids: /^6\.5\.C-1[0-2]$/,
    words: {
      ja: '端末から不正なプログラムが広がるおそれが残ります。',
      en: 'Malware may spread from a terminal.',
    },
  },
]

const otherwise: Words = {
  ja: 'ガイドラインの求める状態にならず、立入検査で説明できません。',
  en: 'The guideline is not fulfilled, and an inspection cannot be answered.',
}

export function sayConsequence(requirementId: string, language: Language): string {
  return (consequences.find(({ ids }) => ids.test(requirementId))?.words ?? otherwise)[language]
}
