/** The verbs in which a step ends: as a decision says them, and as a request does. A test asks for every one that is used. */
const verbs = [
  ['する', 'して'],
  ['合わせる', '合わせて'],
  ['確かめる', '確かめて'],
  ['整える', '整えて'],
  ['決める', '決めて'],
  ['止める', '止めて'],
  ['答える', '答えて'],
  ['得る', '得て'],
  ['書く', '書いて'],
  ['配る', '配って'],
  ['作る', '作って'],
  ['交わす', '交わして'],
  ['渡す', '渡して'],
  ['足す', '足して'],
  ['外す', '外して'],
  ['直す', '直して'],
] as const

/** 「責任者を決める」 asked of somebody: 「責任者を決めてください。」 */
export function asRequest(step: string): string {
  const verb = verbs.find(([plain]) => step.endsWith(plain))
  return verb ? `${step.slice(0, -verb[0].length)}${verb[1]}ください。` : `${step}。`
}
