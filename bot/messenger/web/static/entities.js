// Telegram's entities (UTF-16 offsets, as JavaScript counts too) become DOM nodes.
// Data never passes through innerHTML: what a person or a bot writes can only ever be text.

const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)/i;
const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
// Addresses of pages, of mail, and telephone numbers as people in Poland write them, so that each opens with a tap.
const FOUND = new RegExp(
  "(?<url>https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]'»”])" +
  "|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)" +
  "|(?<![\\d+/.,-])(?<phone>(?:\\+\\d{2} ?)?(?:\\d{3}[ -]\\d{3}[ -]\\d{3}|\\d{2}[ -]\\d{3}[ -]\\d{2}[ -]\\d{2}" +
  "|\\d{3}[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}|800[ -]\\d{2}[ -]\\d{4}|800[ -]\\d{3}[ -]\\d{3}|\\d{9}|116[ -]?\\d{3}|112|99[789]))(?![\\d/-]|[.,]\\d|[ ]\\d)",
  "gu",
);

/** The text as a fragment. `onCommand(text)` is called for a tapped /command; `words` are the page's texts. */
export function rich(text, entities, { onCommand, words }) {
  const parts = (entities ?? [])
    .filter((e) => Number.isInteger(e.offset) && e.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, parts, { onCommand, words, plain: false });
}

function build(text, start, end, parts, context) {
  const out = document.createDocumentFragment();
  let at = start;
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i];
    if (part.offset < at || part.offset >= end) continue;
    if (part.offset > at) out.append(plain(text.slice(at, part.offset), context));
    const stop = Math.min(part.offset + part.length, end);
    const inner = parts.slice(i + 1).filter((other) => other.offset < stop);
    out.append(wrap(part, text, stop, inner, context));
    at = stop;
    if (BLOCKS.has(part.type) && text[at] === "\n") at += 1; // the block makes its own line
  }
  if (at < end) out.append(plain(text.slice(at, end), context));
  return out;
}

function wrap(part, text, stop, inner, context) {
  const own = text.slice(part.offset, stop);
  const children = (extra) => build(text, part.offset, stop, inner, { ...context, ...extra });
  const literal = { plain: true };
  switch (part.type) {
    case "text_link":
      return SAFE_LINK.test(part.url ?? "") ? link(part.url, children(literal)) : children(literal);
    case "url":
      return link(/^https?:\/\//i.test(own) ? own : `https://${own}`, children(literal));
    case "email":
      return link(`mailto:${own}`, children(literal));
    case "phone_number":
      return link(phoneHref(own), children(literal));
    case "bot_command": {
      const button = element("button", "command", children(literal));
      button.type = "button";
      button.addEventListener("click", () => context.onCommand?.(own));
      return button;
    }
    case "spoiler":
      return spoiler(children({}), context.words);
    default: {
      const tag = TAGS[part.type];
      return tag ? element(tag, null, children(tag === "code" || tag === "pre" ? literal : {})) : children({});
    }
  }
}

function plain(text, context) {
  const out = document.createDocumentFragment();
  if (context.plain) {
    out.append(text);
    return out;
  }
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    out.append(text.slice(at, match.index));
    const { url, mail, phone } = match.groups;
    out.append(link(url ?? (mail ? `mailto:${mail}` : phoneHref(phone)), match[0]));
    at = match.index + match[0].length;
  }
  out.append(text.slice(at));
  return out;
}

function spoiler(content, words) {
  const button = element("button", "spoiler", words["spoiler"]);
  button.type = "button";
  button.addEventListener("click", () => {
    const shown = element("span", "unveiled", content);
    shown.tabIndex = -1;
    button.replaceWith(shown);
    shown.focus();
  }, { once: true });
  return button;
}

/** The address that a telephone understands. */
export function phoneHref(number) {
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}

/** A link that is safe to follow: only web, mail and telephone addresses; no referrer, no opener. */
export function link(href, content, className) {
  const a = element("a", className, content);
  if (!SAFE_LINK.test(href)) return a;
  a.href = href;
  if (/^http/i.test(href)) {
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  }
  return a;
}

/** An element with a class and content (nodes or text). */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.filter((piece) => piece !== null && piece !== undefined));
  return made;
}
