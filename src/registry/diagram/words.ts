import type { LineStyle, Sign, Zone } from './graph.ts'

export type DiagramLanguage = 'ja' | 'en'

interface DiagramWords {
  readonly title: string
  readonly sample: string
  readonly revision: string
  readonly madeOn: string
  readonly factsOf: string
  readonly responsible: string
  readonly legend: string
  readonly notice: string
  readonly noNetwork: string
  readonly outside: string
  readonly units: (count: number) => string
  readonly zones: Readonly<Record<Zone, string>>
  readonly signs: Readonly<Record<Sign, string>>
  readonly lines: Readonly<Record<LineStyle, string>>
}

const ja: DiagramWords = {
  title: '医療情報システム 全体構成図',
  sample: '見本',
  revision: '版',
  madeOn: '作成日',
  factsOf: '台帳の日付',
  responsible: '医療情報システム安全管理責任者',
  legend: '凡例',
  notice: 'この図は自己点検のために台帳から作ったものです。国や第三者の認証ではありません。',
  noNetwork: 'ネットワーク未確認',
  outside: '外との線・クラウド',
  units: (count) => `${count}台`,
  zones: {
    outside: '外部',
    dmz: 'DMZ（外との境目）',
    maintenance: '保守回線',
    inside: '院内',
    unknown: '区画が未確認',
  },
  signs: {
    'no-owner': '▲ 責任者なし',
    'owner-unknown': '？ 責任者 未確認',
    unencrypted: '▲ 暗号化なし',
    'encryption-unknown': '？ 暗号化 未確認',
    'maintainer-unknown': '？ 保守会社 未確認',
  },
  lines: {
    plain: '保守会社と暗号化が分かる線',
    supplier: '事業者の遠隔保守',
    unencrypted: '暗号化がない・未確認の線',
    'maintainer-unknown': '保守会社が未確認の線',
  },
}

const en: DiagramWords = {
  title: 'Overall configuration diagram',
  sample: 'SAMPLE',
  revision: 'Revision',
  madeOn: 'Made on',
  factsOf: 'Registry as of',
  responsible: 'System safety manager',
  legend: 'Legend',
  notice: 'Drawn from the registry for self-assessment. This is not a certification.',
  noNetwork: 'Network not known',
  outside: 'Lines, cloud',
  units: (count) => `${count} units`,
  zones: {
    outside: 'Outside',
    dmz: 'DMZ',
    maintenance: 'Maintenance line',
    inside: 'Inside',
    unknown: 'Zone not known',
  },
  signs: {
    'no-owner': '▲ nobody responsible',
    'owner-unknown': '? responsible unknown',
    unencrypted: '▲ not encrypted',
    'encryption-unknown': '? encryption unknown',
    'maintainer-unknown': '? maintainer unknown',
  },
  lines: {
    plain: 'Maintained and encrypted',
    supplier: 'Remote maintenance by a supplier',
    unencrypted: 'Encryption none or unknown',
    'maintainer-unknown': 'Maintainer unknown',
  },
}

export const diagramWords: Readonly<Record<DiagramLanguage, DiagramWords>> = { ja, en }
