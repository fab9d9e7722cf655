// The two ways to the server: events that come (SSE) and messages that go. Nothing is lost or doubled:
// every event has a number and is asked for from the last one seen; every message has a key of its own.

const SILENCE = 45000; // the server beats every 15 seconds; three missed beats mean the line is dead
const PAUSES = [500, 1000, 2000, 4000, 8000, 15000];

/** A key that makes a repeated sending recognisable. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Connection {
  /** handlers: onEvent({seq, kind, payload}), onTyping(), onTopics(), onLive(), onState("open"|"lost"), onCentre(data), onGone() */
  constructor(base, handlers) {
    this.base = base;
    this.handlers = handlers;
    this.last = 0;
    this.tries = 0;
    this.source = null;
    this.timer = null;
    this.watch = null;
    this.closed = false;
    window.addEventListener("online", () => this.now());
    window.addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.now());
  }

  connect() {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.source?.close();
    const source = new EventSource(`${this.base}/chat/events?after=${this.last}`);
    this.source = source;
    source.addEventListener("open", () => this.heard());
    source.addEventListener("beat", () => this.heard());
    source.addEventListener("live", () => {
      this.tries = 0;
      this.heard();
      this.handlers.onLive();
      this.handlers.onState("open");
    });
    source.addEventListener("centre", (event) => this.handlers.onCentre(JSON.parse(event.data)));
    source.addEventListener("topics", () => {
      this.heard();
      this.handlers.onTopics();
    });
    source.addEventListener("typing", () => this.handlers.onTyping());
    source.addEventListener("gone", () => this.gone());
    source.addEventListener("chat", (event) => {
      this.heard();
      const seq = Number(event.lastEventId);
      if (seq <= this.last) return;
      this.last = seq;
      this.handlers.onEvent({ seq, ...JSON.parse(event.data) });
    });
    source.addEventListener("error", () => source === this.source && this.lost());
  }

  /** Try at once: the network is back, or the person looks at the page again. */
  now() {
    if (!this.closed && this.timer) this.connect();
  }

  heard() {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.lost(), SILENCE);
  }

  async lost() {
    if (this.closed || this.timer) return;
    this.source?.close();
    this.source = null;
    clearTimeout(this.watch);
    this.handlers.onState("lost");
    const pause = PAUSES[Math.min(this.tries, PAUSES.length - 1)];
    this.tries += 1;
    this.timer = setTimeout(() => this.again(), pause * (0.75 + Math.random() / 2));
  }

  async again() {
    // An EventSource does not tell why it failed; this does.
    const answer = await fetch(`${this.base}/chat/here`, { cache: "no-store" }).catch(() => null);
    if (this.closed) return;
    if (answer?.status === 401) this.gone();
    else this.connect();
  }

  gone() {
    this.close();
    this.handlers.onGone();
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    this.source?.close();
  }

  /** POST; returns {ok, status, data}. A broken line gives status 0. */
  async post(path, body) {
    const init = { method: "POST", cache: "no-store" };
    if (body instanceof FormData) init.body = body;
    else {
      init.headers = { "Content-Type": "application/json" };
      init.body = JSON.stringify(body ?? {});
    }
    try {
      const answer = await fetch(this.base + path, init);
      const data = await answer.json().catch(() => ({}));
      return { ok: answer.ok, status: answer.status, data };
    } catch {
      return { ok: false, status: 0, data: {} };
    }
  }
}

/** Messages on their way, in order, each sent until the server has surely taken it (once: it knows the keys). */
export class Outbox {
  /** onRefused(item, sentence), onSent(item), onWait(sentence) */
  constructor(connection, handlers) {
    this.connection = connection;
    this.handlers = handlers;
    this.items = [];
    this.busy = false;
    this.timer = null;
  }

  add(item) {
    this.items.push(item);
    this.flush();
  }

  async flush() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.busy) return;
    this.busy = true;
    while (this.items.length) {
      const item = this.items[0];
      const { ok, status, data } = await this.connection.post(item.path, item.body);
      if (ok) {
        this.items.shift();
        this.handlers.onSent(item, data);
      } else if (status === 0 || status >= 500 || status === 429) {
        if (status === 429) this.handlers.onWait(data.sentence);
        this.timer = setTimeout(() => this.flush(), Math.max(2, data.retry_after ?? 0) * 1000);
        break;
      } else if (status === 401) {
        this.connection.gone();
        break;
      } else {
        this.items.shift();
        this.handlers.onRefused(item, data.sentence);
      }
    }
    this.busy = false;
  }
}
