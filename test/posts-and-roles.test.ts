import { expect, test } from 'vitest'
import { roles } from '#access/contract'
import { itemKinds } from '#registry/contract'

// The rooms do not know each other, so the posts stand in both: in the registry as what a person is, in the accounts as
// what one may do. Here somebody sees both.

/** 役職 — the posts as the registry's form offers them. */
function postsOfTheRegistry(): Readonly<Record<string, unknown>> {
  const { shape } = itemKinds.person.fields.posts
  if (!('options' in shape)) throw new Error('the posts are a choice')
  return shape.options
}

test('every post of the registry is a role of the accounts, in the same words and the same order', () => {
  const posts = Object.entries(postsOfTheRegistry()).map(([post, words]) => [post, words])
  const { administrator, inspector, ...others } = roles
  expect(Object.entries(others).map(([role, { ja, en }]) => [role, { ja, en }])).toEqual(posts)
  expect([administrator.ja, inspector.ja]).toEqual(['利用者管理', '検査者'])
})

test('who manages the accounts, and who inspects, holds no post of the guideline for it', () => {
  for (const role of ['administrator', 'inspector']) expect(Object.keys(postsOfTheRegistry())).not.toContain(role)
})
