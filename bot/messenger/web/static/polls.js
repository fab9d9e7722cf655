// A poll: choosing, and what was chosen.
import { element, rich } from "./entities.js";

/** voted: this person's options by position; context.onVote(messageId, options) sends a choice. */
export function poll(message, voted, context) {
  const { words } = context;
  const asked = message.poll;
  const question = element("p", "poll-question", rich(asked.question, asked.question_entities, context));
  question.id = `poll-${message.message_id}`;
  const kind = asked.is_closed ? "poll-closed" : asked.is_anonymous ? "poll-anonymous" : "poll-open";
  const box = element("div", "poll", element("p", "poll-kind", words[kind]), question);
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", question.id);
  const choosing = !asked.is_closed && !voted.length;
  if (!choosing) box.append(results(asked, voted, context));
  else if (asked.allows_multiple_answers) box.append(several(message, context));
  else box.append(...asked.options.map((option, number) => choice(message, option, [number], context)));
  box.append(element("p", "poll-kind", `${words["poll-votes"]} ${asked.total_voter_count}`));
  if (voted.length && !asked.is_closed && asked.allows_revoting) {
    box.append(choice(message, { text: words["poll-retract"] }, [], context));
  }
  return box;
}

function choice(message, option, options, context) {
  const button = element("button", "key", rich(option.text, option.text_entities, context));
  button.type = "button";
  button.addEventListener("click", () => context.onVote(message.message_id, options, button));
  return button;
}

function several(message, context) {
  const form = element("form", "poll-form", element("p", "poll-kind", context.words["poll-several"]));
  for (const [number, option] of message.poll.options.entries()) {
    const box = element("input");
    box.type = "checkbox";
    box.value = number;
    form.append(element("label", "poll-box", box, element("span", null, rich(option.text, option.text_entities, context))));
  }
  const button = element("button", "key", context.words["poll-vote"]);
  form.append(button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = [...form.querySelectorAll("input:checked")].map((box) => Number(box.value));
    if (chosen.length) context.onVote(message.message_id, chosen, button);
  });
  return form;
}

function results(asked, voted, context) {
  const percent = new Intl.NumberFormat(context.language, { style: "percent" });
  const list = element("ul", "poll-results");
  for (const [number, option] of asked.options.entries()) {
    const part = asked.total_voter_count ? option.voter_count / asked.total_voter_count : 0;
    const bar = element("span", "poll-bar");
    bar.style.width = `${part * 100}%`;
    const name = element("span", null, voted.includes(number) ? "✓ " : null, rich(option.text, option.text_entities, context));
    list.append(element("li", voted.includes(number) ? "own" : null, name, element("span", "poll-part", `${percent.format(part)} (${option.voter_count})`), bar));
  }
  return list;
}
