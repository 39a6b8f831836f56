/** 後の部屋 — the part of Omamori that will look at something itself, and until then cannot say anything of it. */
export const rooms = {
  archive: ['電子保存', 'archive'],
  backup: ['バックアップ', 'backup'],
  device: ['機器・持ち出し', 'devices'],
  gateway: ['リモートゲートウェイ・外部接続', 'gateways'],
  incident: ['非常時対応', 'incidents'],
  rulebook: ['規程・教育', 'rulebook'],
  signature: ['電子署名', 'signatures'],
  supplier: ['事業者', 'suppliers'],
} as const

export type Room = keyof typeof rooms

interface Later {
  readonly ids: RegExp
  readonly room: Room
}

/** Which room will answer what, by requirement. The first line that fits counts. */
const later: readonly Later[] = [
  { ids: /^6\.10\.C-4-6$|^7\.2\.(C-4|D-[13])$|^7\.3\.(C-2-[25]|D-1-3|D-2-1)$/, room: 'backup' },
  { ids: /^6\.10\./, room: 'incident' },
  { ids: /^6\.8\.C-[89]$|^6\.11\.(C-([1-589]|1[0-2])|D-1)$/, room: 'gateway' },
  { ids: /^6\.8\.|^6\.6\.C-2|^6\.3\.C-4$|^6\.11\.C-[67]$|^8\./, room: 'supplier' },
  { ids: /^6\.7\.|^6\.9\./, room: 'device' },
  { ids: /^6\.11\.(C-13|D-2)$|^6\.12\.|^9\.1\.C-2-3$|^9\.4\.C-2$/, room: 'signature' },
  { ids: /^6\.1\.|^6\.3\.C-[135]|^6\.6\.C-1|^10\./, room: 'rulebook' },
  { ids: /^7\.|^9\.|^App/, room: 'archive' },
]

export function laterRoomOf(requirementId: string): Room | undefined {
  return later.find(({ ids }) => ids.test(requirementId))?.room
}
