/** 役割 — what an account may be in this program: the posts of the registry, and the one who manages accounts. */
export const roles = {
  director: { ja: '施設長', en: 'director of the facility' },
  'safety-manager': { ja: '医療情報システム安全管理責任者', en: 'system safety manager' },
  'planning-manager': { ja: '企画管理者', en: 'planning manager' },
  operator: { ja: '運用担当者', en: 'system operator' },
  auditor: { ja: '監査責任者', en: 'audit manager' },
  'creation-manager': { ja: '情報作成管理者', en: 'information creation manager' },
  'complaints-desk': { ja: '苦情窓口', en: 'complaints desk' },
  staff: { ja: '一般職員', en: 'staff' },
  supplier: { ja: '事業者', en: 'supplier' },
  administrator: { ja: '利用者管理', en: 'account administrator' },
  inspector: { ja: '検査者', en: 'inspector' },
} as const

export type Role = keyof typeof roles

/** 検査者 comes by a link that ends by itself; nobody is given this role, so that no inspector stays. */
export const givenRoles = (Object.keys(roles) as readonly Role[]).filter((role) => role !== 'inspector')

/** Every role, in the order in which lists show them. */
export const roleNames = Object.keys(roles) as readonly Role[]
