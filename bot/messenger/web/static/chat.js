// The chat page: puts events into the conversation and what a person does into requests.
import * as albums from "./albums.js";
import { Connection, Outbox, newKey } from "./connection.js";
import { element, phoneHref } from "./entities.js";
import { bubble, dayName, gist } from "./messages.js";
import { guardExit, offerLetters, unfinishedLeave } from "./page.js";
import { Topics } from "./topics.js";
import { offerRecording } from "./voice.js";

const setup = JSON.parse(document.getElementById("setup").textContent);
const { words, base, language } = setup;
const at = (id) => document.getElementById(id);
const [log, waiting, typing, note, state, keyboard, form, field] =
  ["log", "waiting", "typing", "note", "state", "keyboard", "form", "field"].map(at);
const messages = new Map(); // message_id → row
const presses = new Map(); // query id → button
let me = 0;
let writable = true; // in some groups one only reads
let live = false;
let replyTo = null; // the message that what is written next answers
let changing = null; // the message of one's own that is written anew
let following = true; // new messages move the page, until the person scrolls up
let anchor = null; // the row where the latest question and answer begin: its top stays in sight
let anchorNext = true;
let lastCame = -Infinity;
let lastY = 0;
let moved = -Infinity; // when the page last moved by itself
let typingTimer = null;
let noteTimer = null;

const connection = new Connection(base, {
  onEvent: (event) => apply[event.kind]?.(event.payload),
  onTyping: showTyping,
  onTopics: () => topics?.soon(),
  onLive: nowLive,
  onState: (which) => say(which === "open" ? resting() : outbox.items.length ? words["lost-waiting"] : words["lost"]),
  onCentre: showCentre,
  onGone: ended,
});
const outbox = new Outbox(connection, {
  onSent: sent,
  onRefused: (item, sentence) => refused(item, sentence ?? words["refused"]),
  onWait: (sentence) => showNote(sentence ?? words["slow-down"]),
});
const topics = setup.forum === null ? null : new Topics(setup, connection, () => ended(words["topic-gone"]));
const context = {
  words, base, language, me, onPress: press, onVote: vote, onNote: showNote, onReact: react, onReply: reply, onEdit: change,
  onCommand: (text) => sendText(text),
};

let pressed = -Infinity;
const usual = at("field").placeholder;

const apply = {
  message({ message, mine, voted, reactions, keyboard: board }) {
    if (mine && !albums.begun(log, message)) arrived(message);
    if (messages.has(message.message_id)) return;
    if (!mine) hideTyping();
    // An answer that a button of this page asked for; in a group others may have asked, for their own.
    const asked = board?.force && !mine && performance.now() - pressed < 5000;
    if (board && (asked || !board.force)) showKeyboard(board);
    if (asked) reply(message);
    if (mine && /^\/start\b/.test(message.text ?? "")) return; // the door, not a sentence
    const row = bubble(message, context, voted, reactions);
    row.dataset.date = message.date;
    messages.set(message.message_id, row);
    if (live) topics?.seen(message.message_id);
    albums.place(log, row, message);
    markDays();
    if (mine) following = true;
    if (mine || anchorNext || performance.now() - lastCame > 3000) anchor = row;
    anchorNext = false;
    lastCame = performance.now();
    follow();
  },
  edit({ message, voted, reactions }) {
    const old = messages.get(message.message_id);
    if (!old) return;
    const focused = old.contains(document.activeElement) ? position(old) : null;
    const row = bubble(message, context, voted, reactions);
    row.dataset.date = message.date;
    old.replaceWith(row);
    messages.set(message.message_id, row);
    if (focused) (row.querySelectorAll(".key")[focused.index] ?? row).focus({ preventScroll: true });
    markDays();
    if (anchorNext || anchor === old) anchor = row;
    anchorNext = false;
    follow();
  },
  delete({ ids }) {
    for (const id of ids) {
      const row = messages.get(id);
      if (!row) continue;
      if (row.contains(document.activeElement)) field.focus({ preventScroll: true });
      albums.remove(row);
      messages.delete(id);
    }
    markDays();
  },
  answer({ query, text, alert, url }) {
    presses.get(query)?.removeAttribute("aria-busy");
    presses.delete(query);
    if (!live || !(text || url)) return;
    if (url && /^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    if (text && alert) showAlert(text);
    else if (text) showNote(text);
  },
};

// ── reading ─────────────────────────────────────────────────────────────────────────────────────
function nowLive() {
  if (!live) {
    live = true;
    markDays();
    log.setAttribute("aria-busy", "false");
    log.setAttribute("aria-live", "polite"); // from here on only; history is not read aloud
    document.body.classList.add("ready");
    follow("instant");
  }
  readUpToHere();
  topics?.soon();
  outbox.flush();
}

function readUpToHere() {
  topics?.seen(Math.max(0, ...messages.keys()));
}

document.addEventListener("visibilitychange", () => live && readUpToHere());

/** Marks where a day begins; what stands right is left alone, or a screen reader would say it again. */
function markDays() {
  if (!live) return;
  let last = "";
  for (const row of log.querySelectorAll(".row")) {
    const top = albums.head(row);
    if (!top) continue;
    const name = dayName(new Date(Number(row.dataset.date) * 1000), language);
    const mark = top.previousElementSibling?.matches(".day") ? top.previousElementSibling : null;
    if (name === last) mark?.remove();
    else if (!mark) top.before(element("p", "day", element("span", null, name)));
    else if (mark.textContent !== name) mark.firstChild.textContent = name;
    last = name;
  }
  if (log.lastElementChild?.matches(".day")) log.lastElementChild.remove();
}

function position(row) {
  return { index: [...row.querySelectorAll(".key")].indexOf(document.activeElement) };
}

// ── staying where the news is ──────────────────────────────────────────────────────────────────
function atBottom() {
  const page = document.documentElement;
  return page.scrollHeight - window.scrollY - window.innerHeight < 60;
}

/** Show the end, but never so far that the beginning of the latest answer is out of sight. */
function follow(behavior = "smooth") {
  if (!live) return;
  if (following) {
    const header = document.querySelector(".top");
    const covered = getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0;
    const end = document.documentElement.scrollHeight - window.innerHeight;
    const start = covered && anchor?.isConnected ? anchor.getBoundingClientRect().top + window.scrollY - covered - 12 : end;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    moved = performance.now();
    window.scrollTo({ top: Math.min(end, start), behavior: calm ? "instant" : behavior });
  }
  at("newer").hidden = atBottom();
}

window.addEventListener("scroll", () => {
  if (atBottom()) following = true;
  else if (window.scrollY < lastY - 2 && performance.now() - moved > 800) following = false;
  lastY = window.scrollY;
  if (live) at("newer").hidden = atBottom();
}, { passive: true });
window.addEventListener("wheel", (event) => event.deltaY < 0 && (following = false), { passive: true });
// Letters grow, pictures arrive, the phone's keyboard opens: stay.
const sizes = new ResizeObserver(() => follow("instant"));
for (const part of [document.querySelector("main"), document.querySelector(".bottom")]) sizes.observe(part);
window.addEventListener("resize", () => follow("instant"));
at("newer").addEventListener("click", () => {
  anchor = null;
  following = true;
  follow();
  field.focus({ preventScroll: true });
});

function showTyping() {
  typing.hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, 6000);
}

function hideTyping() {
  clearTimeout(typingTimer);
  typing.hidden = true;
}

function showNote(text) {
  clearTimeout(noteTimer);
  note.textContent = text;
  note.classList.add("shown");
  noteTimer = setTimeout(() => note.classList.remove("shown"), Math.max(4000, text.length * 80));
}

function showAlert(text) {
  const back = document.activeElement;
  at("alert-text").textContent = text;
  at("alert").showModal();
  at("alert").addEventListener("close", () => back?.isConnected && back.focus(), { once: true });
}

/** What the line above the field says when nothing is the matter. */
function resting() {
  return writable ? "" : words["read-only"];
}

function say(text) {
  if (state.textContent !== text) state.textContent = text;
}

/** The header follows the centre: its name and, where there is one, its phone. */
function showCentre({ id, name, phone, example }) {
  if (id === null) return; // nothing chosen yet: the page stands as it came
  at("centre").textContent = name;
  const call = element("a", "phone", at("phone-icon").content.cloneNode(true), element("span", "unseen", `${words["call"]} `), phone);
  if (example) call.append(" ", element("small", null, words["example"]));
  if (phone) call.href = phoneHref(phone);
  at("phones").replaceChildren(...(phone ? [call] : []));
}

function showKeyboard(board) {
  keyboard.replaceChildren();
  if (board.placeholder) field.placeholder = board.placeholder;
  for (const row of board.rows ?? []) {
    const line = element("div", "keys-row");
    for (const key of row) {
      const button = element("button", "key", key.text);
      button.type = "button";
      button.addEventListener("click", () => {
        if (board.once) keyboard.replaceChildren();
        if (key.contact) at("contact").showModal();
        else sendText(key.text);
      });
      line.append(button);
    }
    keyboard.append(line);
  }
}

function ended(why) {
  live = false;
  messages.clear();
  log.replaceChildren();
  waiting.replaceChildren();
  keyboard.replaceChildren();
  form.hidden = true;
  at("newer").hidden = true;
  connection.close();
  say(why ?? words["ended"]);
  const again = element("button", "key", words["begin-again"]);
  again.type = "button";
  again.addEventListener("click", () => (why ? location.assign(`${setup.forum}/`) : location.reload()));
  if (why) again.textContent = words["topics-all"];
  log.append(again);
}

// ── saying ──────────────────────────────────────────────────────────────────────────────────────
async function press(messageId, button, data) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  following = true;
  anchorNext = true;
  pressed = performance.now();
  const done = () => button.removeAttribute("aria-busy");
  setTimeout(done, 10000);
  const { ok, status, data: answer } = await connection.post("/chat/press", { message: messageId, data });
  if (status === 401) connection.gone();
  else if (ok) presses.set(answer.query, button);
  else {
    done();
    showNote(answer.sentence ?? words["lost-press"]);
  }
}

async function vote(messageId, options, button) {
  button.disabled = true;
  const { ok, status, data: answer } = await connection.post("/chat/vote", { message: messageId, options });
  button.disabled = false;
  if (status === 401) connection.gone();
  else if (!ok) showNote(answer.sentence ?? words["lost-press"]);
}

async function react(messageId, emoji, button) {
  button.disabled = true;
  const { ok, status, data: answer } = await connection.post("/chat/react", { message: messageId, emoji });
  button.disabled = false;
  if (status === 401) connection.gone();
  else if (!ok) showNote(answer.sentence ?? words["lost-press"]);
}

/** What the line above the field says the next words are about: an answer to a message, or one's own anew. */
function about(word, message) {
  at("about").hidden = !message;
  at("about-what").textContent = message ? `${words[word]} ${gist(message, words)}` : "";
  if (message) field.focus();
}

function reply(message) {
  [replyTo, changing] = [message.message_id, null];
  about("replying", message);
}

function change(message) {
  [replyTo, changing] = [null, message.message_id];
  field.value = message.text;
  grow();
  about("editing", message);
}

function aboutNothing() {
  if (changing) field.value = "";
  if (replyTo) field.placeholder = usual; // the next words are no answer any more
  replyTo = changing = null;
  about();
  grow();
}

at("about-stop").addEventListener("click", () => {
  aboutNothing();
  field.focus();
});

async function sendChange(text) {
  const messageId = changing;
  const { ok, status, data: answer } = await connection.post("/chat/edit", { message: messageId, text });
  if (ok) aboutNothing();
  else if (status === 401) connection.gone();
  else showNote(answer.sentence ?? words["lost-press"]); // the words stay in the field
}

/** The message that is answered now; only once. */
function answered() {
  const number = replyTo;
  if (number !== null) aboutNothing();
  return number;
}

function sendText(text) {
  const key = newKey();
  hold(key, text);
  outbox.add({ key, text, path: "/chat/send", body: { text, key, reply_to: answered() } });
}

/** The bubble of something on its way; it goes when the server's own copy comes. */
function hold(key, text) {
  const row = element("div", "row mine", element("div", "bubble", element("div", "text", text), element("p", "foot", words["sending"])));
  row.dataset.key = key;
  row.dataset.text = text;
  waiting.append(row);
  anchor = row;
  following = true;
  follow();
}

/** The server has it: its own copy (an event) stands in the conversation, so the waiting bubble may go. */
function arrived(message) {
  const rows = [...waiting.children];
  const row = rows.find((one) => Number(one.dataset.sent) === message.message_id)
    ?? rows.find((one) => !one.dataset.sent && (message.text === undefined || one.dataset.text === message.text));
  row?.remove();
}

function sent(item, data) {
  const row = waiting.querySelector(`[data-key="${item.key}"]`);
  if (!row) return;
  if (messages.has(data.message)) row.remove();
  else row.dataset.sent = data.message;
}

function refused(item, sentence) {
  waiting.querySelector(`[data-key="${item.key}"]`)?.remove();
  showNote(sentence);
  if (item.text && !field.value) {
    field.value = item.text;
    grow();
  }
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, window.innerHeight * 0.3)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  if (text.length > setup.longest) {
    showNote(words["too-long"]);
    return;
  }
  if (changing) {
    sendChange(text);
    return;
  }
  sendText(text);
  field.value = "";
  grow();
  field.focus();
});
field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

at("attach").addEventListener("click", () => at("picker").click());
at("picker").addEventListener("change", () => {
  const files = [...at("picker").files];
  at("picker").value = "";
  for (let first = 0; first < files.length; first += setup.album) upload(files.slice(first, first + setup.album));
});

/** One file, or several as an album. What stands in the field goes along as their caption. */
function upload(files) {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (files.some((file) => file.size > setup.biggest) || bytes > setup.biggestAlbum) {
    showNote(words["too-big"]);
    return;
  }
  const caption = field.value.trim();
  if (caption.length > setup.longestCaption) {
    showNote(words["caption-too-long"]); // the words stay where they are, to be made shorter
    return;
  }
  const key = newKey();
  const body = new FormData();
  body.set("key", key);
  for (const file of files) body.append("file", file, file.name);
  if (replyTo !== null) body.set("reply_to", answered());
  if (caption) {
    body.set("caption", caption);
    field.value = "";
    grow();
  }
  hold(key, [...files.map((file) => file.name), ...(caption ? [caption] : [])].join("\n"));
  outbox.add({ key, text: caption || undefined, path: "/chat/upload", body });
}
offerRecording(at("voice"), words, {
  onTrouble: showNote,
  onRecorded(recording, seconds) {
    if (recording.size > setup.biggest) {
      showNote(words["too-big"]);
      return;
    }
    const key = newKey();
    const body = new FormData();
    for (const [name, value] of Object.entries({ key, voice: 1, seconds })) body.set(name, value);
    if (replyTo !== null) body.set("reply_to", answered());
    body.append("file", recording, "voice");
    hold(key, words["voice"]);
    outbox.add({ key, path: "/chat/upload", body });
  },
});
at("password-form")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ password: at("new-password").value }) };
  const answer = await fetch(`${setup.exit}/haslo`, init).catch(() => null);
  const data = await answer?.json().catch(() => null);
  if (answer?.ok) event.target.reset();
  showNote(data?.sentence ?? words["lost-press"]);
});
at("contact-form").addEventListener("submit", () => {
  const phone = at("contact-phone").value.trim();
  if (!phone) return;
  const key = newKey();
  hold(key, phone);
  outbox.add({ key, path: "/chat/contact", body: { phone, name: at("contact-name").value.trim(), key } });
});
for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", async () => {
    const { data } = await connection.post("/chat/lead", { do: button.dataset.do });
    showNote(data.sentence ?? words["lost-press"]);
  });
}
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.querySelector(".close")?.addEventListener("click", () => dialog.close());
}

// ── beginning and leaving ───────────────────────────────────────────────────────────────────────
async function begin() {
  offerLetters(at("letters"), words);
  guardExit(at("exit"), setup, () => {
    live = false;
    connection.close();
  });
  while (await unfinishedLeave(base)) { // nothing old may be shown before the server has forgotten it
    say(words["lost"]);
    await new Promise((go) => setTimeout(go, 2000));
  }
  for (let pause = 1000; ; pause = Math.min(pause * 2, 15000)) {
    const { ok, status, data } = await connection.post("/chat/open", { centre: setup.centre });
    if (ok) {
      me = data.me;
      context.me = me;
      writable = data.writable;
      form.hidden = !writable;
      showCentre(data.centre);
      break;
    }
    say(status === 0 ? words["lost"] : data.sentence ?? words["lost"]);
    await new Promise((go) => setTimeout(go, Math.max(pause, (data.retry_after ?? 0) * 1000)));
  }
  say(resting());
  connection.connect();
}

begin();
