import pico from 'picocolors'
import { expect, onTestFinished, test, vi } from 'vitest'
import { progress, type Terminal } from '../../src/build/terminal.ts'

function watched(interactive: boolean): { terminal: Terminal; said: () => string } {
  let said = ''
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const terminal: Terminal = {
    cwd: '/',
    out: () => {},
    err: (text) => (said += text),
    colors: pico.createColors(false),
    interactive,
  }
  return { terminal, said: () => said.replaceAll('\r\u001B[2K', '|') }
}

test('what takes longer than a second is told of, even where it began before', () => {
  const { terminal, said } = watched(true)
  const step = progress(terminal)
  step.show('printing')
  expect(said()).toBe('')
  vi.advanceTimersByTime(1000)
  expect(said()).toBe('|printing')
  step.show('writing')
  step.done()
  expect(said()).toBe('|printing|writing|')
  step.show('the next')
  expect(said()).toBe('|printing|writing||the next')
})

test('what is done at once says nothing, and neither does anything that nobody watches', () => {
  const quick = watched(true)
  const step = progress(quick.terminal)
  step.show('printing')
  step.done()
  vi.advanceTimersByTime(5000)
  expect(quick.said()).toBe('')
  const unwatched = watched(false)
  progress(unwatched.terminal).show('printing')
  vi.advanceTimersByTime(5000)
  expect(unwatched.said()).toBe('')
})
