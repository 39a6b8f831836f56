import { expect, test } from 'vitest'
import { deviceName } from './device.ts'

test('Edge is not taken for Chrome, nor Chrome for Safari', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  expect(deviceName(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/156.0 Safari/537.36 Edg/156.0`)).toBe(
    'Windows・Edge',
  )
  expect(deviceName(`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/156.0 Safari/537.36`)).toBe('Linux・Chrome')
})

test('an iPhone is not taken for a Mac', () => {
  expect(
    deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1 Version/20.0 Safari/604.1'),
  ).toBe('iPhone・Safari')
})

test('what is not understood is shown as it was said', () => {
  expect(deviceName('curl/8.0')).toBe('curl/8.0')
})
