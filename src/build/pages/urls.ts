/** What a page template is told of the site around it. */
export interface PageUrls {
  /** Way from the page to the site's root, `''` or ending with `/`; replaces `SITE_ROOT` in compiled HTML. */
  root: string
  /** Classic scripts to load deferred, in order. */
  scripts: string[]
  styles: string[]
  /** Module scripts of the dev server; none in a build. */
  modules?: string[]
  /** HTML for the end of `<head>`: what the dev server adds. */
  head?: string
}
