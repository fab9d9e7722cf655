// One message of the Bot API as one bubble of the page.
import { acts, reactions } from "./acts.js";
import { element, link, phoneHref, rich } from "./entities.js";
import { poll } from "./polls.js";

/**
 * context: { words, base, language, me, onPress(messageId, button, data), onVote(messageId, options, button), onCommand(text) }
 * voted: this person's options in the message's poll, by position. given: the reactions to it, counted.
 */
export function bubble(message, context, voted = [], given = []) {
  const { words } = context;
  const news = service(message, words);
  const mine = !news && message.from?.id === context.me;
  const row = element("div", `row ${news ? "service" : mine ? "mine" : "theirs"}`);
  row.dataset.id = message.message_id;
  row.tabIndex = -1;
  if (news) {
    row.append(element("p", null, news));
    return row;
  }
  const box = element("div", "bubble");
  const alone = message.chat?.type === "private";
  if (mine || alone) box.append(element("span", "unseen", mine ? words["said-mine"] : words["said-theirs"]));
  else box.append(element("p", "sender", message.from?.first_name ?? message.sender_chat?.title ?? ""));
  if (message.forward_origin) box.append(element("p", "sender", `${words["forwarded"]} ${origin(message.forward_origin)}`));
  if (message.reply_to_message && !message.reply_to_message.forum_topic_created) box.append(quote(message.reply_to_message, words));
  box.append(...media(message, context));
  if (message.poll) box.append(poll(message, voted, context));
  const text = message.text ?? message.caption;
  if (text) {
    const entities = message.text === undefined ? message.caption_entities : message.entities;
    box.append(element("div", "text", rich(text, entities, context)));
  }
  box.append(foot(message, context));
  const reacted = reactions(message, given, context);
  if (reacted) box.append(reacted);
  const [more, row2] = acts(message, mine, given, context);
  box.append(more);
  row.append(box, row2);
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
  const made = element("div", "quote", element("span", "unseen", words["in-reply"]), gist(other, words));
  made.dataset.to = other.message_id;
  return made;
}

/** A message in few words. */
export function gist(message, words) {
  const told = service(message, words);
  if (told) return told;
  const kind = ["photo", "video", "voice", "poll"].find((one) => message[one]) ?? "file";
  const text = message.text ?? message.caption ?? message.poll?.question ?? message.document?.file_name ?? words[kind];
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** What a service message tells; null for one that somebody wrote. */
function service(message, words) {
  const names = (people) => people.map((one) => one.first_name).join(", ");
  if (message.new_chat_members) return `${words["group-joined"]} ${names(message.new_chat_members)}`;
  if (message.left_chat_member) return `${words["group-left"]} ${names([message.left_chat_member])}`;
  if (message.pinned_message) return `${words["group-pinned"]} ${gist(message.pinned_message, words)}`;
  if (message.migrate_from_chat_id || message.migrate_to_chat_id) return words["group-upgraded"];
  if (message.forum_topic_created) return `${words["topic-made"]} ${message.forum_topic_created.name}`;
  if (message.forum_topic_edited) return `${words["topic-named"]} ${message.forum_topic_edited.name ?? ""}`;
  if (message.forum_topic_closed || message.general_forum_topic_hidden) return words["topic-shut"];
  if (message.forum_topic_reopened || message.general_forum_topic_unhidden) return words["topic-opened"];
  return null;
}

function origin(from) {
  return from.sender_user?.first_name ?? from.chat?.title ?? from.sender_chat?.title ?? from.sender_user_name ?? "";
}

function media(message, context) {
  const { words, base } = context;
  const where = (id) => `${base}/chat/file/${encodeURIComponent(id)}`;
  if (message.photo?.length) {
    const size = message.photo[message.photo.length - 1];
    const image = still(where(size.file_id), size, message, words);
    const open = element("a", "picture", image);
    open.href = image.src;
    open.target = "_blank";
    if (message.caption) open.setAttribute("aria-label", words["photo-open"]);
    return [open];
  }
  const film = message.video ?? message.animation;
  if (film) return [film.mime_type === "image/gif" ? still(where(film.file_id), film, message, words) : video(where(film.file_id), film, words)];
  if (message.voice) return [sound(where(message.voice.file_id), words)];
  const file = message.document ?? message.audio;
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

function still(address, size, message, words) {
  const image = element("img", "photo");
  image.src = address;
  image.alt = message.caption ? "" : words["photo"];
  if (size.width > 1 && size.height > 1) [image.width, image.height] = [size.width, size.height];
  return image;
}

function video(address, size, words) {
  const made = element("video", "photo");
  made.src = address;
  made.controls = true;
  made.playsInline = true;
  made.preload = "metadata";
  made.setAttribute("aria-label", words["video"]);
  if (size.width > 1 && size.height > 1) [made.width, made.height] = [size.width, size.height];
  return made;
}

function sound(address, words) {
  const made = element("audio", "voice");
  made.src = address;
  made.controls = true;
  made.preload = "metadata";
  made.setAttribute("aria-label", words["voice"]);
  return made;
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
