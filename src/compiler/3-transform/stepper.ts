/** Something that takes steps. `explicit` is the author's `index=`; those of one `group` come together. */
export interface Stepper {
  explicit?: number
  group?: object
  count: number
  set(index: number): void
}
