import { countdown } from './slides/plugins/countdown.js'

/** @type {import('lectern').LecternConfig} */
export default {
  plugins: [countdown],
}
