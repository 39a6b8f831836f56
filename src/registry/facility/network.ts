import { choice, count, day, flag, group, reference, responsible, text } from './field.ts'
import { listed, single } from './kind.ts'
import { siteReference } from './site.ts'

/** ファイアウォール — what stands before a line to the outside or before a database server. */
export const firewall = group('ファイアウォール', 'Firewall', {
  stateful: flag('通信の状態を見て判断する', 'Stateful inspection or better'),
  rulesReviewedOn: day('許可の設定を見直した日', 'Rules reviewed on'),
})

/** ネットワーク — a network or segment inside the facility. */
export const network = listed(
  'network',
  'networks',
  { ja: 'ネットワーク', en: 'Network' },
  {
    zone: choice('区画', 'Zone', {
      inside: ['院内', 'inside'],
      dmz: ['外との境目', 'DMZ'],
      maintenance: ['保守回線', 'maintenance line'],
      outside: ['外部', 'outside'],
    }),
    purpose: text('使いみち', 'Purpose'),
    siteId: siteReference(),
    ownerId: responsible(),
    supplierId: reference('事業者', 'Supplier', 'supplier'),
  },
)

/** 外部接続 — a line between the facility and something outside it. */
export const connection = listed(
  'connection',
  'connections',
  { ja: '外部接続', en: 'External connection' },
  {
    kind: choice('種類', 'Kind', {
      internet: ['インターネット', 'internet'],
      'closed-network': ['閉域の網', 'closed network'],
      'site-to-site-vpn': ['拠点間VPN', 'site-to-site VPN'],
      'remote-maintenance': ['遠隔保守', 'remote maintenance'],
      'staff-remote': ['職員の外からの利用', 'staff from outside'],
      'patient-access': ['患者の閲覧', 'patient access'],
      mobile: ['携帯回線', 'mobile line'],
    }),
    networkId: reference('院内側', 'Inside end', 'network'),
    deviceId: reference('境目の装置', 'Boundary device', 'device'),
    counterpart: text('相手', 'Counterpart'),
    supplierId: reference('保守する事業者', 'Supplier', 'supplier'),
    ownerId: responsible(),
    encryption: choice('通信の守り', 'Encryption', {
      ipsec: ['IPsec', 'IPsec'],
      'tls-1.3': ['TLS 1.3', 'TLS 1.3'],
      'tls-1.2': ['TLS 1.2', 'TLS 1.2'],
      'ssl-vpn': ['SSL-VPN', 'SSL-VPN'],
      none: ['なし', 'none'],
    }),
    carriesMedicalInformation: flag('医療情報のやり取り', 'Carries medical information'),
    closedScopeOn: day('閉域の範囲を事業者に確かめた日', 'Carrier asked how far the network is closed on'),
    tls: group('TLSの設定', 'TLS settings', {
      clientCertificates: flag('クライアント証明書による認証', 'Authentication by client certificates'),
      highSecurity: flag('TLS暗号設定ガイドラインの高セキュリティ型', 'High-security profile of the TLS guideline'),
      bypassPrevented: flag('回り込み（ほかの網からの侵入）の対策', 'Measures against ways around the tunnel'),
      cannotUse13: flag('TLS 1.3を使えない事情', 'A reason why TLS 1.3 cannot be used'),
      clientTypeVpn: flag('SSL-VPNのクライアント型', 'SSL-VPN of the client type'),
    }),
    firewall,
  },
)

/** 無線LAN — one SSID. */
export const wireless = listed(
  'wireless',
  'wireless',
  { ja: '無線LAN', en: 'Wireless LAN' },
  {
    networkId: reference('つながるネットワーク', 'Network', 'network'),
    siteId: siteReference(),
    accessPoints: count('親機の数', 'Access points', 'units', 10_000),
    forMedicalSystems: flag('医療情報システムが使う', 'Used by medical information systems'),
    refusesAny: flag('ANY接続を断る', 'Refuses ANY connection'),
    macFilter: flag('MACアドレスで機器を限る', 'Restricted by MAC address'),
    macListMatchesRegistry: flag('MACアドレスの一覧が台帳と合う', 'MAC list matches the registry'),
    encryption: choice('暗号化', 'Encryption', {
      none: ['なし', 'none'],
      wep: ['WEP', 'WEP'],
      wpa: ['WPA', 'WPA'],
      'wpa2-tkip': ['WPA2-TKIP', 'WPA2-TKIP'],
      'wpa2-aes': ['WPA2-AES', 'WPA2-AES'],
      wpa3: ['WPA3', 'WPA3'],
    }),
    enterprise: flag('802.1Xと電子証明書で認証する', '802.1X with certificates'),
    ownerId: responsible(),
    supplierId: reference('事業者', 'Supplier', 'supplier'),
  },
)

/** メール・ファイル交換 — what happens to programs in mail and exchanged files. */
export const mail = single(
  'mail',
  'mail',
  { ja: 'メール・ファイル交換', en: 'Mail and file exchange' },
  {
    executables: choice('実行プログラム・マクロ', 'Executables and macros', {
      forbidden: ['送受信を禁じる', 'sending and receiving is forbidden'],
      'not-run': ['実行を止める', 'execution is stopped'],
      sanitised: ['無害化する', 'sanitised'],
      allowed: ['対策していない', 'nothing is done'],
    }),
    senderSanitisationChecked: flag(
      'やむを得ないときは送り側の無害化を確かめる',
      'Sanitisation by the sender is confirmed',
    ),
    ownerId: responsible(),
  },
)
