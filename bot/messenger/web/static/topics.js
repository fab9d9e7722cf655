// The topics of a forum beside the conversation: title, last line, whether there is something new.
import { element } from "./entities.js";
import { gist } from "./messages.js";

export class Topics {
  /** setup.forum: the forum's address; setup.topic: the one that is shown, 0 for none. onGone(): it was deleted. */
  constructor(setup, connection, onGone) {
    this.setup = setup;
    this.connection = connection;
    this.onGone = onGone;
    this.list = document.getElementById("topic-list");
    this.timer = null;
    this.read = 0;
  }

  /** Look again soon: many things at once are one look. */
  soon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.look();
    }, 300);
  }

  async look() {
    const answer = await fetch(`${this.setup.forum}/chat/topics`, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    const { topics } = await answer.json();
    this.show(topics);
    const own = topics.find((one) => one.id === this.setup.topic);
    const name = document.getElementById("topic-name");
    if (own && name) name.textContent = this.name(own);
    // The General one may be hidden and still be there.
    if (!own && this.setup.topic > 1) this.onGone();
  }

  show(topics) {
    const focused = document.activeElement?.closest("#topic-list a")?.dataset.id;
    this.list.replaceChildren(...topics.map((topic) => element("li", null, this.line(topic))));
    if (focused) this.list.querySelector(`a[data-id="${focused}"]`)?.focus({ preventScroll: true });
  }

  name(topic) {
    return topic.name || this.setup.words["topic-general"];
  }

  line(topic) {
    const { words } = this.setup;
    const here = topic.id === this.setup.topic;
    const fresh = topic.unread && !(here && !document.hidden);
    const link = element("a", fresh ? "topic fresh" : "topic", element("span", "topic-title", this.name(topic)));
    link.href = `${this.setup.forum}/t/${topic.id}/`;
    link.dataset.id = topic.id;
    if (here) link.setAttribute("aria-current", "page");
    if (fresh) link.append(element("span", "topic-new", words["topic-new"]));
    if (topic.closed) link.append(element("span", "topic-closed", words["topic-closed-mark"]));
    link.append(element("span", "topic-last", topic.last ? gist(topic.last, words) : words["topic-empty"]));
    return link;
  }

  /** What stands in the shown topic has been seen, as far as this message. */
  async seen(messageId) {
    if (document.hidden || !this.setup.topic || messageId <= this.read) return;
    this.read = messageId;
    await this.connection.post("/chat/read", { message: messageId });
  }
}
