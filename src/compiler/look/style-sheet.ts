/** A deck's own style sheet, token by token: what would fetch from elsewhere goes, files beside the deck get their address. */
import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer'

/** What a sheet's reader asks of the compiler. */
export interface SheetHost {
  /** The address of a file beside the deck; undefined where there is none, which it then reports at `offset`. */
  address(path: string, offset: number): string | undefined
  /** `offset` counts characters of the sheet. */
  report(rule: 'style-refused' | 'style-syntax', offset: number, reason: string, fix?: string): void
  /** Whether the project vouches for the deck: then addresses of other hosts stay. */
  trusted: boolean
}

export interface ReadSheet {
  /** The sheet, every bracket closed, with nothing in it that ends a `<style>` element. */
  css: string
  /** Of it, what sets custom properties on `:root`. */
  tokens: string
}

interface Bracket {
  closer: ')' | ']' | '}'
  /** Selector or at-rule before a `{`. */
  prelude: string
  /** Strings in it are addresses. */
  address: boolean
}

const ADDRESS_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade'])
/** At-rules that stand at the head of a sheet, where a deck's sheet has none: it lies in a layer. */
const HEAD_RULE = /^(?:import|namespace|charset)$/i
const OPENING = { '(': ')', '[': ']', '{': '}' } as const
/** Data that only shows: pictures and fonts. */
const HARMLESS_DATA = /^data:(?:image|font|application\/(?:x-)?font)[/;,-]/i

/** Reads a deck's style sheet. Whatever it is given, it gives a sheet that stands for itself. */
export function readSheet(text: string, host: SheetHost): ReadSheet {
  const sheet = new Sheet(host)
  const onParseError = ({ message, sourceStart }: { message: string; sourceStart: number }): void =>
    host.report('style-syntax', sourceStart, `The style sheet cannot be read here: ${plainReason(message)}`)
  let skipping = 0
  for (const token of tokenize({ css: text }, { onParseError })) {
    if (skipping > 0) skipping = skip(token, skipping)
    else if (token[0] === TokenType.AtKeyword && HEAD_RULE.test(token[4].value)) {
      skipping = 1
      sheet.gap()
      if (token[4].value.toLowerCase() !== 'charset') {
        const reason = `\`${token[1]}\` is left out: a deck's style sheet stands alone`
        host.report('style-refused', token[2], reason, 'Copy the rules that you need, or make a theme.')
      }
    } else sheet.take(token)
  }
  return sheet.end(text.length)
}

/** 1: until the semicolon; more: that many blocks deep, less one. 0: the at-rule is over. */
function skip([type]: CSSToken, depth: number): number {
  if (type === TokenType.OpenCurly) return depth + 1
  if (type === TokenType.CloseCurly) return depth <= 2 ? 0 : depth - 1
  return type === TokenType.Semicolon && depth === 1 ? 0 : depth
}

/** "Unexpected newline while consuming a string token." → "unexpected newline in a string" */
function plainReason(message: string): string {
  const said = message.replace(/ while consuming /i, ' in ').replace(/ token\.?$/i, '')
  return said.charAt(0).toLowerCase() + said.slice(1).replace(/\.$/, '')
}

class Sheet {
  readonly #host: SheetHost
  readonly #open: Bracket[] = []
  #css = ''
  /** Where the declaration or prelude that is being read begins in `#css`. */
  #start = 0
  #tokens = ''

  constructor(host: SheetHost) {
    this.#host = host
  }

  take(token: CSSToken): void {
    const [type, raw, offset] = token
    switch (type) {
      case TokenType.Comment:
        this.#css += '/**/'
        break
      case TokenType.CDO:
      case TokenType.CDC:
      case TokenType.BadString:
      case TokenType.BadURL:
        this.gap()
        break
      case TokenType.EOF:
        break
      case TokenType.URL:
        this.#css += `url(${quoted(this.#address(token[4].value, offset))})`
        break
      case TokenType.String:
        this.#css += quoted(this.#string(token[4].value, offset))
        break
      case TokenType.Function: {
        const address = ADDRESS_FUNCTIONS.has(token[4].value.toLowerCase())
        this.#push(raw, { closer: ')', prelude: '', address })
        break
      }
      case TokenType.OpenParen:
      case TokenType.OpenSquare:
      case TokenType.OpenCurly: {
        const prelude = this.#css.slice(this.#start).trim()
        this.#push(raw, { closer: OPENING[raw as keyof typeof OPENING], prelude, address: false })
        if (raw === '{') this.#start = this.#css.length
        break
      }
      case TokenType.CloseParen:
      case TokenType.CloseSquare:
      case TokenType.CloseCurly:
        this.#close(raw as Bracket['closer'], offset)
        break
      case TokenType.Semicolon:
        this.#css += raw
        if (this.#open.every(({ closer }) => closer === '}')) this.#declared()
        break
      default:
        this.#css += raw
    }
  }

  /** In place of what goes, so that what stood before and after it does not become one. */
  gap(): void {
    this.#css += ' '
  }

  /** The sheet with what is open closed at its end. */
  end(offset: number): ReadSheet {
    // Or a last backslash would take the bracket after it for its own.
    if (this.#css !== '' && !this.#css.endsWith('\n')) this.#css += '\n'
    if (this.#open.length > 0) {
      const { closer } = this.#open.at(-1)!
      this.#host.report('style-syntax', offset, `The style sheet ends where a \`${closer}\` is missing`)
      while (this.#open.length > 0) this.#closeLast()
    }
    return { css: this.#css.replaceAll('</', '<\\/'), tokens: this.#tokens.replaceAll('</', '<\\/') }
  }

  #push(raw: string, bracket: Bracket): void {
    this.#css += raw
    this.#open.push(bracket)
  }

  #close(closer: Bracket['closer'], offset: number): void {
    if (!this.#open.some((bracket) => bracket.closer === closer)) {
      this.#host.report('style-syntax', offset, `\`${closer}\` closes nothing`, 'Take it away.')
      this.gap()
      return
    }
    const missing = this.#open.at(-1)!.closer
    if (missing !== closer) {
      this.#host.report('style-syntax', offset, `\`${closer}\` stands where a \`${missing}\` is missing`)
    }
    while (this.#open.at(-1)!.closer !== closer) this.#closeLast()
    this.#closeLast()
  }

  #closeLast(): void {
    if (this.#open.at(-1)!.closer === '}') this.#declared()
    const { closer } = this.#open.pop()!
    this.#css += closer
    if (closer === '}') this.#start = this.#css.length
  }

  /** A declaration has been read: kept apart where it sets a custom property on `:root`. */
  #declared(): void {
    const written = this.#css.slice(this.#start).trim().replace(/\\$/, '\\\n')
    this.#start = this.#css.length
    const preludes = this.#open.map(({ prelude }) => prelude.replaceAll('/**/', '').trim())
    const rule = preludes.pop()
    if (!written.replaceAll('/**/', '').trim().startsWith('--')) return
    if (rule !== ':root' && rule !== 'html') return
    if (!preludes.every((prelude) => /^@(?:media|supports)\b/.test(prelude))) return
    const around = preludes.map((prelude) => `${prelude}{`).join('')
    this.#tokens += `${around}:root{${written}}${'}'.repeat(preludes.length)}\n`
  }

  /** A string is an address in functions of addresses, and may become one where a custom property holds it. */
  #string(value: string, offset: number): string {
    if (this.#open.some(({ address }) => address)) return this.#address(value, offset)
    const property = this.#css.slice(this.#start).replaceAll('/**/', '').trim()
    const carried = /^(?:--|initial-value\b)/i.test(property)
    return carried && isForeign(value) ? this.#foreign(value, offset) : value
  }

  #address(value: string, offset: number): string {
    const written = value.trim()
    if (written === '' || written.startsWith('#') || HARMLESS_DATA.test(written)) return written
    return isForeign(written) ? this.#foreign(written, offset) : (this.#host.address(written, offset) ?? '')
  }

  #foreign(value: string, offset: number): string {
    if (this.#host.trusted && /^https?:/i.test(value)) return value
    const reason = `\`${value.slice(0, 60)}\` is left out: a deck's style sheet fetches nothing from elsewhere`
    this.#host.report('style-refused', offset, reason)
    return ''
  }
}

/** Whether it names another place than a file beside the deck; browsers take `\` for `/`, and leave out line ends and tabs. */
function isForeign(value: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(value.replace(/[\t\n\r]/g, ''))
}

/** A string of CSS. */
function quoted(value: string): string {
  return `"${value.replace(/["\\\n\r\f<]/g, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`
}
