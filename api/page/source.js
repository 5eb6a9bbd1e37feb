// A quoted provision: where it stands, what kind of text it is, and the words.

import { day, el } from "/page/element.js";

const ORIGINS = {
  official: "nguyên văn",
  unofficial: "nguyên văn, bản không chính thức",
  snapshot: "bản chụp 2023",
  digest: "bản tóm lược, không phải nguyên văn",
  card: "câu trả lời soạn sẵn, không phải nguyên văn",
};
const STATUSES = {
  in_force: "còn hiệu lực",
  not_yet: "chưa có hiệu lực",
  expired: "hết hiệu lực",
  partly_expired: "hết hiệu lực một phần",
  suspended: "ngưng hiệu lực",
};

export function source(citation, passages) {
  const law = citation.document;
  const retold = citation.origin === "digest" || citation.origin === "card";
  const words = retold ? el("p", { class: "retold" }, citation.quote) : el("blockquote", {}, `“${citation.quote}”`);
  return el(
    "article",
    { class: "source", "data-source": citation.marker, tabindex: "-1", "aria-label": `Điều khoản số ${citation.marker}` },
    el("header", {}, el("span", { class: "number" }, `[${citation.marker}]`), el("h3", {}, citation.label)),
    el("div", { class: "badges" }, badges(citation)),
    words,
    whole(citation, passages),
    el("footer", {}, dates(law), " ", official(law, retold)),
  );
}

function badges(citation) {
  const status = STATUSES[citation.document.status];
  const bad = citation.document.status !== "in_force";
  return [
    el("span", { class: `badge ${citation.origin}` }, ORIGINS[citation.origin] ?? citation.origin),
    status ? el("span", { class: bad ? "badge bad" : "badge" }, status) : null,
    citation.page ? el("span", { class: "badge" }, `trang ${citation.page}`) : null,
  ];
}

function whole(citation, passages) {
  const around = passages.find(
    (p) => p.source_sha256 === citation.source_sha256 && p.start <= citation.start && citation.end <= p.end,
  );
  if (!around || around.text.trim().length <= citation.quote.length + 16) return null;
  const at = citation.start - around.start;
  const end = at + citation.quote.length;
  const text = [around.text.slice(0, at), el("mark", {}, around.text.slice(at, end)), around.text.slice(end).trimEnd()];
  const title = around.heading ? `Đọc cả khoản: ${around.heading}` : "Đọc cả khoản";
  return el("details", {}, el("summary", {}, title), el("p", { class: "whole" }, text));
}

function dates(law) {
  const from = law.in_force_from ? `Có hiệu lực từ ${day(law.in_force_from)}` : "Chưa rõ ngày có hiệu lực";
  return law.in_force_until ? `${from}, đến trước ${day(law.in_force_until)}.` : `${from}.`;
}

function official(law, retold) {
  if (!/^https?:\/\//.test(law.source_url ?? "")) return null;
  const words = retold ? "Đọc bản chính thức ↗" : "Mở nguồn chính thức ↗";
  return el("a", { href: law.source_url, target: "_blank", rel: "noopener noreferrer" }, words);
}
