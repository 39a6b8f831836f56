import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nameSecondCopy, openSecondCopy } from './second-copy.ts'
import { newFolders } from './testing.ts'

const newFolder = newFolders()

it('a place is there while its marker is, so that the empty mount point of a disk that is away is not', async () => {
  const [data, place] = [newFolder(), newFolder()]
  expect(openSecondCopy(data)).toBeUndefined()
  expect(nameSecondCopy(data, place)).toMatchObject({ folder: place, onSameDisk: true })
  const second = openSecondCopy(data)
  expect(await second?.isThere()).toBe(true)
  renameSync(place, `${place}-away`)
  expect(await second?.isThere()).toBe(false)
  mkdirSync(place)
  expect(await second?.isThere()).toBe(false)
})

it('the same place may be named again, and a moved one too', async () => {
  const [data, place] = [newFolder(), newFolder()]
  nameSecondCopy(data, place)
  const mark = readFileSync(join(place, 'omamori-second-copy.json'), 'utf8')
  nameSecondCopy(data, place)
  expect(readFileSync(join(place, 'omamori-second-copy.json'), 'utf8')).toBe(mark)
  const moved = `${place}-moved`
  renameSync(place, moved)
  expect(nameSecondCopy(data, moved)).toMatchObject({ folder: moved })
  expect(await openSecondCopy(data)?.isThere()).toBe(true)
})

it('a folder of another installation, within the data or around it is refused, and nothing is named', () => {
  const [data, other, place] = [newFolder(), newFolder(), newFolder()]
  nameSecondCopy(other, place)
  expect(() => nameSecondCopy(data, place)).toThrow(/second-copy-of-another/)
  expect(() => nameSecondCopy(data, data)).toThrow(/second-copy-inside/)
  expect(() => nameSecondCopy(data, join(data, 'copies'))).toThrow(/second-copy-inside/)
  expect(() => nameSecondCopy(data, join(data, '..'))).toThrow(/second-copy-inside/)
  expect(openSecondCopy(data)).toBeUndefined()
})

it('where the setting cannot be read the place is not there, everything else goes on, and it can be named anew', async () => {
  const broken = ['', '{}', '[]', '{"format":"omamori-second-copy@1","id":"a"}', '{"format":"omamori-second-copy@2"}']
  for (const text of broken) {
    const [data, place] = [newFolder(), newFolder()]
    writeFileSync(join(data, 'second-copy.json'), text)
    expect(await openSecondCopy(data)?.isThere()).toBe(false)
    nameSecondCopy(data, place)
    expect(await openSecondCopy(data)?.isThere()).toBe(true)
    writeFileSync(join(place, 'omamori-second-copy.json'), text)
    expect(await openSecondCopy(data)?.isThere()).toBe(false)
  }
})
