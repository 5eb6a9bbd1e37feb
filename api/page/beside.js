// What stands around an answer: help lines, notices, questions to ask next, a verdict.

import { el } from "/page/element.js";

const TITLES = {
  upcoming_change: "Sắp thay đổi",
  expired: "Đã hết hiệu lực",
  amended: "Đã được sửa đổi",
  event_date: "Thời điểm áp dụng luật",
  stale_card: "Câu trả lời soạn sẵn đã cũ",
  low_confidence: "Chưa chắc chắn",
  false_premise: "Cần đính chính",
  digest: "Về nguồn của câu trả lời",
};
const WARNINGS = new Set(["expired", "amended", "low_confidence", "stale_card", "false_premise"]);

// The one question first, then the numbers, then what else can be done.
export function safety(note) {
  if (!note || note.level === "none") return [];
  const [, question, rest] = /^([^?]{0,80}\?)\s*([^]*)$/.exec(note.message ?? "") ?? ["", "", note.message ?? ""];
  return [
    el(
      "section",
      { class: "safety", role: "alert" },
      el("h2", {}, question || "An toàn của bạn là trước hết"),
      el("ul", { class: "lines" }, note.contacts.map(line)),
      el("p", {}, rest),
      el("p", { class: "small" }, "Cần rời trang này ngay: bấm “Thoát nhanh” ở góc trên, hoặc phím Esc hai lần."),
    ),
  ];
}

export function line(contact) {
  const who = [contact.name, el("small", {}, [contact.hours, contact.cost].filter(Boolean).join(", "))];
  const inside = [el("span", { class: "phone" }, contact.phone ?? ""), el("span", { class: "who" }, who)];
  return el("li", {}, contact.phone ? el("a", { class: "line", href: `tel:${contact.phone}` }, inside) : el("div", { class: "line" }, inside));
}

export function notices(list) {
  if (!list.length) return [];
  const kinds = [...new Set(list.map((notice) => notice.kind))];
  const made = kinds.map((kind) => {
    const texts = list.filter((notice) => notice.kind === kind).map((notice) => el("p", {}, linked(notice.text)));
    const name = WARNINGS.has(kind) ? "notice warn" : "notice";
    return el("div", { class: name }, el("b", {}, TITLES[kind] ?? "Lưu ý"), texts);
  });
  return [el("div", { class: "notices" }, made)];
}

function linked(text) {
  return text.split(/(https?:\/\/[^\s();]+)/).map((part) => {
    if (!/^https?:/.test(part)) return part;
    return el("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part.replace(/^https?:\/\//, ""));
  });
}

export function next(questions, choose) {
  if (!questions.length) return [];
  const chips = questions.map((text) =>
    el("li", {}, el("button", { type: "button", class: "chip", on: { click: () => choose(text) } }, text)),
  );
  return [el("div", { class: "next" }, el("h3", {}, "Có thể bạn muốn hỏi tiếp"), el("ul", {}, chips))];
}

export function verdict(send) {
  const words = { helpful: "Có ích", unclear: "Chưa rõ", wrong: "Có chỗ sai" };
  const buttons = Object.entries(words).map(([value, text]) =>
    el("button", { type: "button", class: "chip", on: { click: () => send(value) } }, text),
  );
  const print = el("button", { type: "button", class: "chip", on: { click: () => window.print() } }, "In câu trả lời");
  return [el("p", {}, "Câu trả lời này có giúp được bạn không?"), ...buttons, print];
}
