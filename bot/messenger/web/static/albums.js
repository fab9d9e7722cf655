// An album's messages stand together in a frame; each is still a row of its own.
import { element } from "./entities.js";

function frameOf(log, message) {
  const id = message.media_group_id;
  return id ? log.querySelector(`.album[data-album="${CSS.escape(id)}"]`) : null;
}

/** Whether another message of the same album stands there already. */
export function begun(log, message) {
  return frameOf(log, message) !== null;
}

/** Put a new row at the end, or into its album's frame. */
export function place(log, row, message) {
  let frame = frameOf(log, message);
  if (message.media_group_id && !frame) {
    frame = element("div", row.classList.contains("mine") ? "album mine" : "album");
    frame.dataset.album = message.media_group_id;
    log.append(frame);
  }
  (frame ?? log).append(row);
}

/** Take a row away, and the frame with its last one. */
export function remove(row) {
  const frame = row.closest(".album");
  row.remove();
  if (frame && !frame.children.length) frame.remove();
}

/** What stands in the conversation itself: the row, or its frame. Null for a later row of an album. */
export function head(row) {
  const frame = row.closest(".album");
  if (!frame) return row;
  return frame.firstElementChild === row ? frame : null;
}
