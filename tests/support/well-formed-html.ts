/** Whether HTML that the compiler wrote is whole: each element closed in order, each attribute quoted, no stray `<`. */

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** KaTeX writes `class ="…"`, too. */
const TAG =
  /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s?="[^"]*"|\s?='[^']*')?)*)\s*(\/?)>|<!--[^]*?-->|</g

/** The first thing that is wrong, or undefined. */
export function elementProblem(html: string): string | undefined {
  const open: string[] = []
  for (const match of html.matchAll(TAG)) {
    const [whole, closes, name, , empty] = match
    const near = html.slice(Math.max(0, match.index - 20), match.index + 60)
    if (whole === '<') return `a tag that cannot be read: ${near}`
    if (name === undefined) continue
    if (closes === '/') {
      const last = open.pop()
      if (last !== name) return `</${name}> where ${last ?? 'nothing'} is open: ${near}`
    } else if (empty !== '/' && !VOID.has(name)) open.push(name)
  }
  return open.length > 0 ? `<${open.join('> <')}> is never closed` : undefined
}
