/** Why a link of an inspector does not open, by the reason: what happened; what is safe and what to do. */
export const inspectionRefusals = {
  'inspector-link-unknown': {
    ja: {
      title: 'このリンクは使えません。',
      detail:
        'アドレスが途中で切れているか、違っています。何も表示していません。施設から渡されたアドレスを、全部そのまま開いてください。',
    },
    en: {
      title: 'This link cannot be used.',
      detail:
        'Its address was cut or is another one. Nothing was shown. Open the whole address that the facility handed over.',
    },
  },
  'inspector-link-over': {
    ja: {
      title: 'このリンクは、期限が過ぎました。',
      detail:
        '施設が決めた日で、自動で閉じました。立入検査ファイルは作ったまま施設に残っています。続けて見るときは、施設長に新しいリンクを頼んでください。',
    },
    en: {
      title: 'The time of this link is over.',
      detail:
        'It ended by itself on the day the facility had set. The inspection file is kept as it was made. To see it again, ask the director for a new link.',
    },
  },
  'inspector-link-withdrawn': {
    ja: {
      title: 'このリンクは、施設が閉じました。',
      detail:
        '立入検査ファイルは作ったまま施設に残っています。続けて見る必要があるときは、施設長に新しいリンクを頼んでください。',
    },
    en: {
      title: 'The facility has closed this link.',
      detail:
        'The inspection file is kept as it was made. If you still need to see it, ask the director for a new link.',
    },
  },
} as const
