/** Whether a text is well-formed XML, as far as a citation style needs it: every tag closed, in order. */

export interface XmlProblem {
  line: number
  reason: string
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[<&]/g
const ENTITY = /^&(?:#\d+|#x[\da-f]+|\w+);/i

/** The first thing that is wrong, or undefined. `root` is the element that it must hold. */
export function xmlProblem(text: string, root: string): XmlProblem | undefined {
  const open: { name: string; at: number }[] = []
  let first: string | undefined
  const problem = (at: number, reason: string) => ({ line: text.slice(0, at).split('\n').length, reason })
  for (const match of text.matchAll(TOKEN)) {
    const [whole, closes, name, , empty] = match
    if (whole === '&') {
      if (!ENTITY.test(text.slice(match.index, match.index + 12))) return problem(match.index, 'a bare `&`')
    } else if (whole === '<') return problem(match.index, 'a tag that cannot be read')
    else if (name === undefined) continue
    else if (closes === '/') {
      const last = open.pop()
      if (last?.name !== name)
        return problem(
          match.index,
          `\`</${name}>\` where ${last ? `\`</${last.name}>\`` : 'nothing'} is open`,
        )
    } else {
      first ??= name
      if (empty !== '/') open.push({ name, at: match.index })
    }
  }
  const last = open.pop()
  if (last) return problem(last.at, `\`<${last.name}>\` is never closed`)
  return first === root ? undefined : problem(0, `no \`<${root}>\` at its root`)
}
