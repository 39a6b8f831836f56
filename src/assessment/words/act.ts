/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'assessment.attested': { ja: '申告した', en: 'attested' },
  'assessment.attestation-withdrawn': { ja: '申告を取り下げた', en: 'withdrew an attestation' },
  'assessment.exemption-proposed': { ja: '対象外を申し出た', en: 'proposed an exemption' },
  'assessment.exemption-approved': { ja: '対象外を承認した', en: 'approved an exemption' },
  'assessment.exemption-withdrawn': { ja: '対象外を取り下げた', en: 'withdrew an exemption' },
  'checklist.answered': { ja: 'チェックリストに答えた', en: 'answered the checklist' },
  'checklist.answer-withdrawn': { ja: 'チェックリストの答えを消した', en: 'took back an answer of the checklist' },
  'assessment.snapshot-taken': { ja: '点検の記録をとった', en: 'took a snapshot of the assessment' },
  'assessment.snapshot-approved': { ja: '点検の記録を承認した', en: 'approved a snapshot of the assessment' },
  'inspection.made': { ja: '立入検査ファイルを作った', en: 'made the inspection file' },
  'inspection.viewed': { ja: '立入検査ファイルを開いた', en: 'opened an inspection file' },
  'inspection.inspector-invited': { ja: '検査者に見せるリンクを出した', en: 'let an inspector in by a link' },
  'inspection.inspector-withdrawn': { ja: '検査者のリンクを閉じた', en: 'closed the link of an inspector' },
  'assessment.proof-viewed': { ja: '申告の証拠を開いた', en: 'opened the proof of an attestation' },
} as const

export type Act = keyof typeof acts
