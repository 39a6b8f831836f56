import type { Language } from '../../contract.ts'
import type { ProposalReason } from '../contract.ts'

type Words = Readonly<Record<ProposalReason, string>>

const ja: Words = {
  'all-met': '点検で、対応する項目がすべて適合です。',
  'not-met': '点検で、対応する項目に不適合があります。',
  'not-met-elsewhere': '対応する項目は不適合ですが、この確認内容とは別の事実によります。人が見て答えてください。',
  partly: '点検で分かる範囲は適合です。残りは人が見て答えてください。',
  unknown: '点検で、対応する項目に未確認があります。',
  'not-applicable': '点検で、対応する項目に対象外があります。人が見て答えてください。',
  'nothing-answers': '第5.2版に対応する項目がありません。人が見て答えてください。',
  'supplier-asked': '事業者に確認します。',
  'no-longer-asked': 'この行は様式からなくなりました。これまでの回答は残っています。',
}

const en: Words = {
  'all-met': 'In the assessment, every requirement that answers it is met.',
  'not-met': 'In the assessment, a requirement it needs is not met.',
  'not-met-elsewhere':
    'A requirement that answers it is not met, for something this row does not ask. A person has to look.',
  partly: 'What the assessment knows of it is met. A person has to look at the rest.',
  unknown: 'In the assessment, a requirement that answers it is not known.',
  'not-applicable': 'In the assessment, a requirement that answers it does not apply. A person has to look.',
  'nothing-answers': 'No requirement of edition 5.2 answers it. A person has to look.',
  'supplier-asked': 'The supplier is asked.',
  'no-longer-asked': 'This row left the form. What was answered is kept.',
}

/** Why a row is proposed as it is, or left blank. */
export const sayProposal = (reason: ProposalReason, language: Language): string => (language === 'ja' ? ja : en)[reason]
