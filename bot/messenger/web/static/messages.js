// One message of the Bot API as one bubble of the page.
import { element, link, phoneHref, rich } from "./entities.js";

/**
 * context: { words, base, language, me, onPress(messageId, button, data), onCommand(text) }
 */
export function bubble(message, context) {
  const { words } = context;
  const mine = message.from?.id === context.me;
  const row = element("div", `row ${mine ? "mine" : "theirs"}`);
  row.dataset.id = message.message_id;
  row.tabIndex = -1;
  const box = element("div", "bubble");
  box.append(element("span", "unseen", mine ? words["said-mine"] : words["said-theirs"]));
  if (!mine && message.chat?.type !== "private" && message.from) {
    box.append(element("p", "sender", message.from.first_name ?? ""));
  }
  if (message.reply_to_message) box.append(quote(message.reply_to_message, words));
  box.append(...media(message, context));
  const text = message.text ?? message.caption;
  if (text) {
    const entities = message.text === undefined ? message.caption_entities : message.entities;
    box.append(element("div", "text", rich(text, entities, context)));
  }
  box.append(foot(message, context));
  row.append(box);
  const keys = message.reply_markup?.inline_keyboard;
  if (keys?.length) row.append(inlineKeyboard(message.message_id, keys, context));
  return row;
}

function foot(message, { words, language }) {
  const when = new Date(message.date * 1000);
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/Warsaw" });
  const time = element("time", null, clock.format(when));
  time.dateTime = when.toISOString();
  return element("p", "foot", message.edit_date ? `${words["edited"]} ` : null, time);
}

function quote(other, words) {
  const text = other.text ?? other.caption ?? other.document?.file_name ?? words[other.photo ? "photo" : "file"];
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  const made = element("div", "quote", element("span", "unseen", words["in-reply"]), short);
  made.dataset.to = other.message_id;
  return made;
}

function media(message, context) {
  const { words, base } = context;
  const where = (id) => `${base}/chat/file/${encodeURIComponent(id)}`;
  if (message.photo?.length) {
    const size = message.photo[message.photo.length - 1];
    const image = element("img", "photo");
    image.src = where(size.file_id);
    image.alt = message.caption ? "" : words["photo"];
    if (size.width > 1 && size.height > 1) [image.width, image.height] = [size.width, size.height];
    const open = element("a", "picture", image);
    open.href = image.src;
    open.target = "_blank";
    if (message.caption) open.setAttribute("aria-label", words["photo-open"]);
    return [open];
  }
  const file = message.document ?? message.video ?? message.audio ?? message.voice ?? message.animation;
  if (file) {
    const name = file.file_name ?? words["file"];
    const open = element("a", "file", element("span", "file-name", name), element("span", "file-size", bytes(file.file_size, context)));
    open.href = where(file.file_id);
    open.download = name;
    return [open];
  }
  if (message.contact) return [contact(message.contact, words)];
  if (message.venue) return [place(message.venue.location, message.venue.title, message.venue.address, words)];
  if (message.location) return [place(message.location, null, null, words)];
  return [];
}

function contact(card, words) {
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  const call = link(phoneHref(card.phone_number), `${words["call"]} ${card.phone_number}`, "action");
  return element("div", "card", element("p", "card-title", name), call);
}

function place(point, title, address, words) {
  const [lat, lon] = [Number(point.latitude), Number(point.longitude)];
  const map = link(`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`, words["map"], "action");
  return element(
    "div", "card",
    title ? element("p", "card-title", title) : null,
    address ? element("p", "card-line", address) : null,
    map,
  );
}

function inlineKeyboard(messageId, rows, context) {
  const board = element("div", "keys");
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", context.words["choices"]);
  for (const row of rows) {
    const line = element("div", "keys-row");
    for (const button of row) line.append(key(messageId, button, context));
    board.append(line);
  }
  return board;
}

function key(messageId, button, context) {
  if (button.url) return link(button.url, button.text, "key key-link");
  const made = element("button", "key", button.text);
  made.type = "button";
  if (button.copy_text) {
    made.addEventListener("click", async () => {
      await navigator.clipboard?.writeText(button.copy_text.text).catch(() => undefined);
      context.onNote(context.words["copied"]);
    });
  } else if (button.callback_data !== undefined) {
    made.dataset.data = button.callback_data;
    made.addEventListener("click", () => context.onPress(messageId, made, button.callback_data));
  } else {
    made.disabled = true;
  }
  return made;
}

function bytes(size, { language }) {
  if (!size) return "";
  const [value, unit] = size < 1e6 ? [Math.max(1, Math.round(size / 1e3)), "kilobyte"] : [size / 1e6, "megabyte"];
  const shape = { style: "unit", unit, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, shape).format(value);
}

/** "dzisiaj", "wczoraj", else the weekday and the date, by Poland's clock. */
export function dayName(date, language, now = new Date()) {
  const day = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Warsaw" }).format(moment);
  const apart = Math.round((Date.parse(day(date)) - Date.parse(day(now))) / 86400000);
  if (apart === 0 || apart === -1) {
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(apart, "day");
  }
  const shape = { weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Warsaw" };
  if (day(date).slice(0, 4) !== day(now).slice(0, 4)) shape.year = "numeric";
  return new Intl.DateTimeFormat(language, shape).format(date);
}
