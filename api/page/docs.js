// The API described from /openapi.json, with nothing fetched from elsewhere.

import { el } from "/page/element.js";

const spec = await fetch("/openapi.json").then((reply) => reply.json());

const routes = Object.entries(spec.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, route]) =>
    el(
      "section",
      { class: "route" },
      el("h3", {}, el("code", {}, el("span", { class: "verb" }, verb.toUpperCase()), path)),
      el("p", {}, route.description ?? route.summary ?? ""),
      table((route.parameters ?? []).map((p) => [p.name, p.in, kind(p.schema)])),
      el("p", {}, bodyOf(route)),
    ),
  ),
);
document.getElementById("paths").replaceChildren(...routes);

const shapes = Object.entries(spec.components.schemas).map(([name, shape]) =>
  el(
    "section",
    { class: "route", id: name },
    el("h3", {}, el("code", {}, name)),
    el("p", {}, shape.description ?? ""),
    table(Object.entries(shape.properties ?? {}).map(([field, one]) => [field, kind(one), (shape.required ?? []).includes(field) ? "bắt buộc" : ""])),
  ),
);
document.getElementById("shapes").replaceChildren(...shapes);

function table(rows) {
  return rows.length ? el("table", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, el("code", {}, cell)))))) : null;
}

function bodyOf(route) {
  const schema = route.requestBody?.content?.["application/json"]?.schema;
  return schema ? `Nội dung gửi lên: ${kind(schema)}` : "";
}

function kind(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.anyOf) return schema.anyOf.map(kind).join(" | ");
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.type === "array") return `${kind(schema.items)}[]`;
  return schema.format ?? schema.type ?? "";
}
