/** Classic scripts that load when they are first used: modules and `fetch` do not work from disk. */
import { LAZY_SCRIPT_TYPE } from '../../shared/review.ts'

const loaded = new Map<string, Promise<void>>()

/** Runs the script at `url` once; in a page that has everything in itself, the text that stands there for it. */
export function loadPart(url: string, module = false): Promise<void> {
  let loading = loaded.get(url)
  if (!loading) {
    loading = load(url, module)
    loaded.set(url, loading)
    // A page that was offline for a moment may try again.
    loading.catch(() => loaded.delete(url))
  }
  return loading
}

function load(url: string, module: boolean): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement('script')
    // The page's policy lets only its own scripts run.
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
    const kept = document.querySelector<HTMLScriptElement>(
      `script[type="${LAZY_SCRIPT_TYPE}"][data-src="${CSS.escape(url)}"]`,
    )
    if (kept) {
      script.text = kept.text
      document.head.append(script)
      return done()
    }
    if (module) script.type = 'module'
    script.src = url
    script.addEventListener('load', () => done())
    // Where it does not load the browser says so itself.
    script.addEventListener('error', failed)
    document.head.append(script)
  })
}
