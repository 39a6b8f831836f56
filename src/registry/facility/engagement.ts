import { flag, group } from './field.ts'

/** 契約 — what the contract with a supplier says. */
export const contract = group('契約', 'Contract', {
  confidentiality: flag('守秘の条項', 'A clause of confidentiality'),
  penalty: flag('守秘に違反したときの罰則', 'A penalty for breaking confidentiality', {
    ja: '事業者の就業規則に罰則があり、契約がそれに基づくときも true。',
    en: "Also true where the supplier's work rules hold the penalty and the contract rests on them.",
  }),
  safetyClauses: flag('個人情報の安全管理の取決め', 'An agreement on the safety of personal information'),
  responsibilityBoundary: flag('責任分界の取決め', 'An agreement on who answers for what', {
    ja: '不通・遅延・暗号化や認証の不具合などのとき、だれが対応するか。',
    en: 'Who acts when the line fails or is slow, or when encryption or authentication fails.',
  }),
  subcontracts: flag('再委託', 'Subcontracting', {
    ja: '再委託しないと確かめたら false。',
    en: 'false once it was checked that nothing is subcontracted.',
  }),
  subcontractTerms: flag('再委託先に同じ義務を負わせる条項', 'A clause that binds subcontractors alike'),
})

/** 保守 — how a supplier works on the systems of the facility. */
export const maintenance = group('システムの保守', 'Maintenance of systems', {
  maintains: flag('保守の引受け', 'Maintains systems'),
  accessesSystems: flag('システムへの直接の作業', 'Works on the systems themselves'),
  workChecked: flag('作業者・作業内容・作業結果の確認', 'Check of who worked, on what and with what result'),
  individualAccounts: flag('保守要員の専用アカウントの使用', 'Accounts of their own for maintenance staff'),
  accessRecorded: flag(
    '個人情報へのアクセスと作業内容の記録',
    'Record of access to personal information and of the work',
  ),
  staffChangesReported: flag('保守要員の離職・異動の報告', 'Report of changes in maintenance staff'),
  accountsRemovedAtOnce: flag(
    '離れた保守要員のアカウントの削除',
    'Removal of accounts of former maintenance staff at once',
  ),
  requestsApproved: flag('日ごとの作業申請の事前の承認', 'Approval of requests before each day of work'),
  reportsApproved: flag('作業報告書の承認', 'Approval of reports of work'),
  attended: flag('保守作業への立会い', 'Attendance of the work by somebody of the facility'),
  operationsLogged: flag('保守の操作の詳しいログ', 'Detailed log of operations'),
  accessCountedByPatient: flag(
    '患者ごとのアクセスの時系列と回数の集計',
    'Listing of access in order and counting by patient',
  ),
})

/** 外部保存 — records of the facility that a supplier stores over a network, and what was agreed on it. */
export const storage = group('診療録等の外部保存', 'External storage of records', {
  stores: flag('診療録等の保存の引受け', 'Stores records of the facility'),
  followsProviderGuideline: flag(
    '総務省・経済産業省ガイドラインを守る取決め',
    'An agreement to follow the guideline for providers',
  ),
  noAnalysis: flag('独断の分析・解析の禁止の取決め', 'An agreement that nothing is analysed without leave'),
  noProvision: flag('独自の提供の禁止の取決め', 'An agreement that nothing is passed on'),
  domesticLaw: flag('国内法の適用の確認', 'A check that Japanese law applies'),
  termination: flag('終了時の廃棄・返却の取決め', 'An agreement on disposal and return at the end'),
})
