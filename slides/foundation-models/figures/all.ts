/** Every figure of the lecture by its file name. */

export const figures: Record<string, () => string> = {
}
