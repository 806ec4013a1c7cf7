/** How high a line unfolded is, known before it is drawn: what is opened moves the rows beneath it once, and nothing jumps after (px). */
export const detailHeight = 168
