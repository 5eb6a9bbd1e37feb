// POST /ask as a stream of events: {event, data}.

export class Problem extends Error {
  constructor(title, status, wait) {
    super(title);
    this.status = status;
    this.wait = wait;
  }
}

export async function* ask(request, signal) {
  const reply = await fetch("/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(request),
    cache: "no-store",
    signal,
  });
  if (!reply.ok) throw await problemOf(reply);
  let held = "";
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (held + value).split("\n\n");
    held = blocks.pop();
    for (const block of blocks) {
      const event = read(block);
      if (event) yield event;
    }
  }
}

function read(block) {
  const lines = block.split("\n");
  const name = lines.find((line) => line.startsWith("event: "));
  const data = lines.find((line) => line.startsWith("data: "));
  return name && data ? { event: name.slice(7), data: JSON.parse(data.slice(6)) } : null;
}

export async function problemOf(reply) {
  const wait = Number(reply.headers.get("Retry-After")) || 0;
  try {
    const body = await reply.json();
    return new Problem(body.title || "Máy chủ không trả lời được.", reply.status, wait);
  } catch {
    return new Problem("Máy chủ không trả lời được. Hãy thử lại sau ít phút.", reply.status, wait);
  }
}
