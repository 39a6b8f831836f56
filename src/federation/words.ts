import type { EvidenceKind, WitnessAnswerCode } from './wire.ts'

/** What a witness's last answer says to people. */
export const answerWords: Readonly<Record<WitnessAnswerCode, { readonly ja: string; readonly en: string }>> = {
  cosigned: { ja: '連署を受け取りました', en: 'cosigned' },
  unreachable: { ja: 'つながりません', en: 'cannot be reached' },
  slow: { ja: '時間内に返事がありません', en: 'did not answer in time' },
  busy: { ja: 'いまは受け付けられないと返しました', en: 'says it cannot take it now' },
  'unknown-log': {
    ja: '当院の証跡がまだ登録されていません（検証鍵を渡してください）',
    en: 'does not know this journal yet (hand it the verifier key)',
  },
  ahead: {
    ja: 'こちらより新しい記録を見たと言っています',
    en: 'says it has seen more entries than are here',
  },
  fork: { ja: '同じ件数で、別の記録を見たと言っています', en: 'says it has seen another history of the same length' },
  'not-continued': {
    ja: '前に見た記録の続きになっていないと言っています',
    en: 'says this does not continue what it has seen',
  },
  refused: { ja: '受け付けませんでした', en: 'refused' },
  unreadable: { ja: '返事が連署として読めません', en: 'what it answered is no cosignature' },
}

export const evidenceWords: Readonly<Record<EvidenceKind, { readonly ja: string; readonly en: string }>> = {
  'two-roots': {
    ja: '同じ件数に、2つの異なる検印が署名されています',
    en: 'two different checkpoints were signed for one size',
  },
  'grew-after-end': {
    ja: '終わったと自ら署名した証跡に、あとから記録が足されています',
    en: 'entries were added to a log that had signed its own end',
  },
  'not-continued': {
    ja: '前に連署した記録の続きだという証明が成り立ちません',
    en: 'the proof that it continues what was cosigned does not hold',
  },
}

/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'witness.named': { ja: '立会人を登録した', en: 'named a witness' },
  'witness.dropped': { ja: '立会人を外した', en: 'dropped a witness' },
  'witness.policy-changed': { ja: '立会いの決まりを変えた', en: 'changed the policy of witnessing' },
  'witness.contradicted': { ja: '立会人が、証跡の食い違いを告げた', en: 'a witness contradicted the journal' },
  'witness.key-made': { ja: '立会人としての鍵を作った', en: 'made the keys of a witness' },
  'witness.log-watched': { ja: '立ち会う証跡を登録した', en: 'began to witness a log' },
  'witness.log-succeeded': {
    ja: '立ち会う証跡が、次の年度の証跡に引き継がれた',
    en: 'a witnessed log was followed by the next',
  },
  'witness.log-dropped': { ja: '証跡への立会いをやめた', en: 'ceased to witness a log' },
  'witness.evidence-kept': { ja: '立ち会う証跡の食い違いを証拠に残した', en: 'kept evidence of a split view' },
} as const

export type Act = keyof typeof acts
