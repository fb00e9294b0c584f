/** Starts the runtime part of a plugin once the lecture can be used. */
import type { LectureApi, LecturePart } from '../../shared/lecture-api.ts'

/** One that fails is named on the console; the lecture goes on. */
export function runPlugin(name: string, part: Partial<LecturePart>): void {
  const lecture = window.lectern
  if (!lecture) return
  lecture.ready
    .then(() => {
      if (!part.start) throw new TypeError('its runtime module exports no function `start`')
      return part.start(lecture as unknown as LectureApi)
    })
    .catch((error: unknown) => console.error(`The plugin "${name}" failed:`, error))
}
