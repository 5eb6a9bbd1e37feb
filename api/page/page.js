// The page: asks, shows, and leaves nothing behind (no storage, no history, no question in any address).

import { render } from "/page/answer.js";
import { line, next, notices, safety, verdict } from "/page/beside.js";
import { el } from "/page/element.js";
import { source } from "/page/source.js";
import { Problem, ask } from "/page/stream.js";

const NEUTRAL = "https://www.google.com/";
const at = (id) => document.getElementById(id);
const wide = window.matchMedia("(min-width: 62rem)");
let asking = null;
let shown = null;

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  start(at("question").value.trim());
});
at("question").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("form").requestSubmit();
});
for (const chip of document.querySelectorAll("#examples .chip")) {
  chip.addEventListener("click", () => choose(chip.textContent));
}

function choose(question) {
  at("question").value = question;
  start(question);
}

async function start(question) {
  if (!question) return at("question").focus();
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  begin(question);
  const request = { question, channel: "web", event_date: at("event").value || null };
  try {
    await patiently(request, signal);
  } catch (error) {
    if (!signal.aborted) fail(error);
  } finally {
    if (!signal.aborted) done();
  }
}

async function patiently(request, signal) {
  for (;;) {
    try {
      return await follow(request, signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 503 || signal.aborted || error.wait > 10) throw error;
      at("progress").textContent = error.message.replace(/Hãy thử lại.*$/, "Trang sẽ tự hỏi lại.");
      await new Promise((go) => setTimeout(go, (error.wait || 3) * 1000));
      if (signal.aborted) throw error;
    }
  }
}

async function follow(request, signal) {
  let text = "";
  for await (const { event, data } of ask(request, signal)) {
    if (event === "passages") {
      at("safety").replaceChildren(...safety(data.safety));
    } else if (event === "delta") {
      text += data.text;
      at("progress").textContent = "";
      at("text").replaceChildren(...render(text, () => {}));
    } else if (event === "answer") {
      show(data);
      return;
    } else if (event === "error") {
      throw new Problem(data.title, data.status, 0);
    }
  }
  throw new Problem("Kết nối bị ngắt giữa chừng. Hãy bấm Hỏi lại.", 0, 0);
}

function begin(question) {
  shown = null;
  for (const id of ["safety", "text", "notices", "next", "verdict", "sources"]) at(id).replaceChildren();
  at("disclosure").textContent = "";
  at("asked").textContent = question;
  at("progress").textContent = "Đang tìm trong kho văn bản…";
  at("text").setAttribute("aria-busy", "true");
  at("send").disabled = true;
  at("examples").hidden = true;
  at("result").hidden = false;
  at("result").scrollIntoView({ behavior: "smooth", block: "start" });
}

function done() {
  at("send").disabled = false;
  at("progress").textContent = "";
  at("text").setAttribute("aria-busy", "false");
}

function fail(error) {
  const words = error instanceof Problem ? error.message : "Không nối được với máy chủ. Hãy kiểm tra mạng rồi bấm Hỏi lại.";
  at("text").replaceChildren(el("p", { class: "notice warn", role: "alert" }, el("b", {}, "Chưa trả lời được"), words));
}

function show(answer) {
  shown = answer;
  at("safety").replaceChildren(...safety(answer.safety));
  at("text").replaceChildren(...render(answer.answer, open));
  at("notices").replaceChildren(...notices(answer.notices));
  at("next").replaceChildren(...next(answer.suggestions, choose));
  at("disclosure").textContent = answer.disclosure;
  if (answer.status !== "clarify") at("verdict").replaceChildren(...verdict((value) => judge(answer.answer_id, value)));
  if (answer.citations.length) {
    const cards = answer.citations.map((citation) => source(citation, answer.passages));
    at("sources").replaceChildren(el("h2", {}, "Điều khoản được trích"), ...cards);
  }
}

// On a wide screen the provision is beside the answer; on a phone it opens under the line that cites it.
function open(number, marker) {
  const card = at("sources").querySelector(`[data-source="${number}"]`);
  if (!card) return;
  if (wide.matches) {
    for (const other of at("sources").querySelectorAll(".here")) other.classList.remove("here");
    card.classList.add("here");
    card.scrollIntoView({ behavior: "smooth", block: "nearest" });
    card.focus({ preventScroll: true });
    return;
  }
  const line = marker.closest("li, p");
  const already = marker.getAttribute("aria-expanded") === "true";
  for (const one of at("text").querySelectorAll(".source")) one.remove();
  for (const one of at("text").querySelectorAll("[aria-expanded]")) one.removeAttribute("aria-expanded");
  if (already) return;
  const copy = card.cloneNode(true);
  marker.setAttribute("aria-expanded", "true");
  line.tagName === "LI" ? line.append(copy) : line.after(copy);
  copy.scrollIntoView({ behavior: "smooth", block: "nearest" });
}

async function judge(id, value) {
  const sent = { answer_id: id, verdict: value };
  const headers = { "Content-Type": "application/json" };
  try {
    const reply = await fetch("/feedback", { method: "POST", headers, body: JSON.stringify(sent) });
    if (!reply.ok) throw new Error();
    at("verdict").replaceChildren(el("p", {}, "Cảm ơn bạn. Đánh giá này được giữ mà không kèm câu hỏi."));
  } catch {
    at("verdict").append(el("p", { class: "small" }, "Chưa gửi được đánh giá. Hãy thử lại."));
  }
}

// Leaving: the words go first, then the page, and "back" does not lead here.
function leave() {
  asking?.abort();
  at("form").reset();
  document.body.replaceChildren();
  document.title = "Google";
  window.location.replace(NEUTRAL);
}
let escaped = 0;
at("leave").addEventListener("click", leave);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.timeStamp - escaped < 1500) leave();
  escaped = event.timeStamp;
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll(".sources details")) part.open = true;
});

async function settle() {
  for (;;) {
    const state = await fetch("/health/ready", { cache: "no-store" }).then((r) => r.json()).catch(() => null);
    const box = at("waiting");
    box.hidden = state?.status === "ready";
    box.classList.toggle("failed", state?.status === "failed" || state === null);
    if (state?.status === "ready") break;
    if (state === null) box.textContent = "Không nối được với máy chủ. Trang sẽ tự thử lại.";
    else if (state.status === "failed") box.textContent = `Chưa dùng được: ${state.detail}`;
    else box.textContent = `Đang chuẩn bị: ${state.detail}. Bạn cứ viết câu hỏi, trang sẽ trả lời ngay khi sẵn sàng.`;
    await new Promise((go) => setTimeout(go, 1500));
  }
  const held = await fetch("/documents?limit=200").then((r) => r.json()).catch(() => null);
  if (held) at("held").replaceWith(listing(held));
}

function listing(held) {
  const items = held.documents.map((d) => el("li", {}, `${d.type} ${d.title} ${d.number ? `(${d.number})` : ""}`));
  return el("details", { class: "held" }, el("summary", {}, `${held.total} văn bản đang có`), el("ul", {}, items));
}

async function lines() {
  const found = await fetch("/support").then((r) => r.json()).catch(() => null);
  if (found) at("lines").replaceChildren(...found.contacts.filter((c) => !c.stale).map(line));
}

at("event").max = new Date().toISOString().slice(0, 10);
settle();
lines();
