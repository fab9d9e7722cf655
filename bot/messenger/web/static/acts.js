// What one can do with a message that stands there: answer it, change one's own, react. And what others' reactions are.
import { element } from "./entities.js";

const OFFERED = ["👍", "❤", "🙏", "👌", "👀", "👎"];

/** The reactions under a message; each is a button that adds one's own or takes it back. */
export function reactions(message, given, context) {
  if (!given?.length) return null;
  const box = element("div", "reactions");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", context.words["react"]);
  for (const { emoji, count, mine } of given) box.append(chip(message, emoji, mine, context, String(count)));
  return box;
}

function chip(message, emoji, mine, context, count) {
  const made = element("button", "chip", emoji, count ? element("span", "chip-count", " ", count) : null);
  made.type = "button";
  made.setAttribute("aria-pressed", String(mine));
  made.setAttribute("aria-label", count ? `${emoji} ${context.words["reacted"]}: ${count}` : `${context.words["react"]} ${emoji}`);
  made.addEventListener("click", () => context.onReact(message.message_id, mine ? null : emoji, made));
  return made;
}

/** The button that opens the row of actions, and that row. */
export function acts(message, mine, given, context) {
  const { words } = context;
  const own = new Set((given ?? []).filter((one) => one.mine).map((one) => one.emoji));
  const open = element("button", "more", "⋯");
  open.type = "button";
  open.setAttribute("aria-label", words["more"]);
  open.setAttribute("aria-expanded", "false");
  const row = element("div", "acts");
  row.hidden = true;
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", words["more"]);
  const act = (word, does) => {
    const button = element("button", "act", words[word]);
    button.type = "button";
    button.addEventListener("click", () => {
      show(false);
      does(message);
    });
    row.append(button);
  };
  const show = (shown) => {
    row.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
  };
  act("reply", context.onReply);
  if (mine && message.text !== undefined) act("edit", context.onEdit);
  for (const emoji of OFFERED) row.append(chip(message, emoji, own.has(emoji), context, ""));
  open.addEventListener("click", () => show(row.hidden));
  row.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    open.focus();
  });
  return [open, row];
}
