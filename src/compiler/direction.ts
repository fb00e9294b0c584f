/** Which way a language is written. */

const RTL = /^(?:ar|fa|he|iw|ur|yi|ps|sd|ug|dv)\b/i

/** Of a BCP 47 tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RTL.test(lang) ? 'rtl' : 'ltr'
}
