import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { notRecorded, type Rule, voiceOf } from './rule.ts'

type Post = 'safety-manager' | 'operator' | 'creation-manager'

/** 6.3.C-1, 9.1.C-2-2 — somebody who is still there holds each of the posts. */
export function checkPostsHeld(...posts: readonly Post[]): Rule {
  return (facility) => posts.map((post) => checkPost(post, facility))
}

/** A post is known to be vacant only where everybody who held it is known to have left. */
function checkPost(post: Post, facility: Facility): Finding {
  const holders = (facility.persons ?? []).filter((person) => person.posts?.includes(post))
  const active = holders.find(({ state }) => state === 'active')
  if (active) return voiceOf('person', active).met('posts', 'post-held', { post })
  const silent = holders.find(({ state }) => state === undefined)
  if (silent) return voiceOf('person', silent).missing('state')
  return holders[0] ? voiceOf('person', holders[0]).notMet('state', 'post-vacant', { post }) : notRecorded(post)
}
