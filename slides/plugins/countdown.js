/**
 * `::countdown{minutes=5}`: a clock that runs while its slide shows. On paper and without scripts the planned time
 * stands there.
 *
 * @type {import('lectern').LecternPlugin}
 */
export const countdown = {
  name: 'countdown',
  runtime: new URL('./countdown-runtime.ts', import.meta.url),
  directives: [
    {
      name: 'countdown',
      kinds: ['leaf'],
      what: 'A clock that runs down while its slide shows',
      attributes: {
        minutes: { type: 'number', what: 'How long it runs', required: true, example: '5' },
      },
      run({ attributes, position }, _slide, context) {
        const { minutes, ...values } = attributes.values
        const seconds = Math.round(Number(minutes) * 60)
        if (seconds <= 0) {
          const reason = `A countdown cannot run for ${minutes} minutes`
          context.report('attribute-value', position, reason, { fix: 'Give `minutes=` a number above 0.' })
        }
        const time = `${Math.floor(Math.max(seconds, 0) / 60)}:${String(Math.max(seconds, 0) % 60).padStart(2, '0')}`
        const hProperties = { className: ['countdown'], role: 'timer', dataSeconds: String(seconds) }
        const data = { hName: 'p', hProperties, attributes: { ...attributes, values } }
        return [{ type: 'box', children: [{ type: 'text', value: time }], position, data }]
      },
    },
  ],
}
