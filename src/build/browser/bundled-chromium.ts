/** Unpacks the Chromium that npm's `@sparticuz/chromium` carries (Linux x64), so that nothing but npm is needed. */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import type { Headers } from 'tar-fs'

export interface BundledChromium {
  executable: string
  /** Its own shared libraries, for `LD_LIBRARY_PATH`: a bare system lacks NSS and expat. */
  libraries: string
  /** A font configuration with its own Open Sans and the system's folders, for `FONTCONFIG_FILE`. */
  fontConfig: string
}

/**
 * The packed browser, unpacked once per version into a folder of the user's own (0700); or why it is missing here. Two
 * processes may call it at once: each unpacks to a folder of its own and the first rename wins. The package's own
 * `executablePath()` would trust a file that anyone can have put into the folder for temporary files.
 */
export async function bundledChromium(): Promise<BundledChromium | { missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'is for Linux x64 only' }
  const root = packageFolder()
  if (!root) return { missing: 'is not installed' }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern')
  const folder = join(cache, `chromium-${version}`)
  const found = {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    fontConfig: join(folder, 'fonts.conf'),
  }
  if (await exists(found.fontConfig)) return found

  await mkdir(cache, { recursive: true, mode: 0o700 })
  const fresh = await mkdtemp(join(cache, 'unpack-'))
  try {
    await unpack(join(root, 'bin'), fresh, folder)
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another process was first: its folder is as good as ours.
    if (!(await exists(found.fontConfig))) throw error
  }
  return found
}

async function unpack(packs: string, target: string, finalFolder: string): Promise<void> {
  const { extract } = await import('tar-fs')
  const decompress = (name: string, into: NodeJS.WritableStream) =>
    pipeline(createReadStream(join(packs, name)), createBrotliDecompress(), into)
  await Promise.all([
    decompress('chromium.br', createWriteStream(join(target, 'chromium'), { mode: 0o755 })),
    decompress('al2023.tar.br', extract(target, { map: ours })),
    decompress('fonts.tar.br', extract(target, { map: ours })),
  ])
  // Last, since its presence says that all is there. The package's own names folders of a cloud machine.
  await writeFile(join(target, 'fonts.conf'), fontConfig(finalFolder))
}

/** To root, tar would give the files back to whoever packed them. */
function ours(header: Headers): Headers {
  return { ...header, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
}

function fontConfig(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((path) => `  <dir>${path}</dir>`).join('\n')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

function packageFolder(): string | undefined {
  try {
    // …/build/esm/index.js or …/build/cjs/index.cjs: package.json itself is not exported.
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return dirname(dirname(dirname(entry)))
  } catch {
    return undefined
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
