/** 照合 — whether a step was seen in a public paper, or is written down from memory. */
export type Seen = 'seen' | 'recalled'

interface Step {
  readonly ja: string
  readonly en: string
  readonly confidence: Seen
  /** Where it was seen. */
  readonly source?: string
}

const bcpTemplate = '厚生労働省「医療情報システム部門等におけるBCPのひな形」令和6年6月'

/** 最初の1時間 — what to do and in what order, in our own words. */
export const firstHour: readonly Step[] = [
  {
    ja: '気付いた場所・機器・時刻を書きとめ、上の順に電話する。画面の写真を撮る。',
    en: 'Note place, device and time, take a photograph of the screen, and call in the order above.',
    confidence: 'seen',
    source: bcpTemplate,
  },
  {
    ja: 'バックアップへの線を、いちばん先に切る。次に外とつながる線、次に院内の区画の境。',
    en: 'Cut the way to the backups first, then the lines to the outside, then between the segments.',
    confidence: 'seen',
    source: bcpTemplate,
  },
  {
    ja: '電源はむやみに切らない。記録と画面をそのまま残す。',
    en: 'Do not switch the power off in haste. Leave logs and screens as they are.',
    confidence: 'recalled',
  },
  {
    ja: '保守会社に連絡し、直前の工事・更新・持ち込みがなかったか聞く。',
    en: 'Call the supplier and ask about works, updates or media shortly before.',
    confidence: 'seen',
    source: bcpTemplate,
  },
  {
    ja: '「非常時」とするかを、決める人が決める。紙での診療に切り替える。',
    en: 'Whoever decides it decides whether this is an emergency. Care goes on with paper.',
    confidence: 'seen',
    source: '第5.2版 6.10',
  },
  {
    ja: '届け先に知らせる（下の欄）。個人情報は、知った日から3〜5日のうちに速報。',
    en: 'Tell the offices below. Of personal data, a first report within 3 to 5 days of learning of it.',
    confidence: 'seen',
    source: '個人情報保護法26条、施行規則',
  },
  {
    ja: 'バックアップから、すぐに戻さない。古い世代も汚れていることがある。',
    en: 'Do not restore from backup at once: older generations may be infected too.',
    confidence: 'seen',
    source: '厚生労働省の手引き',
  },
]

/** 届け先 — an office to tell. Numbers age: they are written in by hand after somebody has checked them. */
export const offices = [
  { ja: '厚生労働省 医政局（医療情報の担当）', en: 'Ministry of Health, Health Policy Bureau' },
  { ja: '都道府県・保健所', en: 'Prefecture, public health centre' },
  { ja: '都道府県警察（サイバー犯罪の窓口）', en: 'Police of the prefecture (cyber crime)' },
  { ja: '個人情報保護委員会', en: 'Personal Information Protection Commission' },
] as const
