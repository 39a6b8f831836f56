import { expect, it } from 'vitest'
import { isAddress, isHost } from './address.ts'

it.each(['mihon@example.jp', 'a.b+c_d@mail.example.jp', 'x@xn--r8jz45g.jp'])('%s is an address', (text) => {
  expect(isAddress(text)).toBe(true)
})

it.each([
  '',
  'mihon',
  '@example.jp',
  'mihon@',
  'mihon@localhost',
  'mi hon@example.jp',
  'mihon@example.jp\r\nBcc: thief@example.jp',
  'mihon@example.jp\n',
  'a@example.jp,b@example.jp',
  '<mihon@example.jp>',
  '"mi hon"@example.jp',
  'mihon@[192.0.2.1]',
  'みほん@example.jp',
  '.mihon@example.jp',
  'mi..hon@example.jp',
  'mihon@-example.jp',
  'mihon@example..jp',
  `${'x'.repeat(65)}@example.jp`,
])('%j is none', (text) => {
  expect(isAddress(text)).toBe(false)
})

it.each(['mail.example.jp', 'localhost', '192.0.2.25', '2001:db8::25'])('%s can be a mail server', (text) => {
  expect(isHost(text)).toBe(true)
})

it.each(['', 'https://mail.example.jp', 'mail.example.jp:25', 'mail example', 'user@mail.example.jp', 'mail_x.jp'])(
  '%j cannot',
  (text) => {
    expect(isHost(text)).toBe(false)
  },
)
